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
  bash: `_dossier() {
  local word
  COMPREPLY=()
  while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <("$1" completions bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _dossier dossier
`,
  zsh: `#compdef dossier
_dossier() {
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
