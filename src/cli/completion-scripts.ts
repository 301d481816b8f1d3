export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

export function isShell(word: string): word is Shell {
  return (shells as readonly string[]).includes(word)
}

/**
 * Each asks Dossier itself for what may follow, so that it never falls behind, and offers files where Dossier has
 * nothing to offer.
 */
export const scripts: Readonly<Record<Shell, string>> = {
  // Bash takes words apart at = and :, and replaces what comes after the last of them.
  bash: `_dossier() {
  local word line="\${COMP_LINE:0:COMP_POINT}"
  local -a words
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  words=("\${words[@]/#\\~\\//$HOME/}")
  local last="\${words[\${#words[@]}-1]}"
  local before="\${last%"\${last##*[=:]}"}"
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("\${word#"$before"}")
  done < <("\${words[0]}" completions bash -- "\${words[@]:1}" 2>/dev/null)
}
complete -o default -F _dossier dossier
`,
  zsh: `_dossier() {
  local -a found
  found=(\${(f)"$("$words[1]" completions zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( $#found )); then
    _describe dossier found
  else
    _files
  fi
}
compdef _dossier dossier
`,
  fish: `function __dossier_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l found ($words[1] completions fish -- $words[2..] 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c dossier -f -a '(__dossier_complete)'
`,
}
