import fc from 'fast-check'

/** Texts in any Unicode, well-formed or not, and those with which formats are broken. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.uint16Array().map((units) => String.fromCharCode(...units)),
  fc.uint8Array().map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    ...[']]>', '<!--', '-->', '&amp;', '&#0;', '#35;', '<script>alert(1)</script>', '</title>'],
    ...['\r\n', '\ud800', '\ufeff', '\u2028', '"]', '\\"', '\\', '\\\\N', '__proto__', '"];--> x'],
    ...['=1+1', '@a', '\t=1', "'=", "''+1", 'a\n-1', 'a;=1', '\u00a0＝1', ' \u3000＠', '-5.2', '='],
    ...['[a](javascript:b)', '![a](b)', '# a', '| a |', '*a*', '`', '~~~', '[^1]', '[^1]: a'],
    ...['https://a.example', 'www.a.example', 'a@b.example', '<b>', '1. a', '+ a', '    a', '$a$'],
    ...['end', '%%{init: {}}%%', 'click n1 call a()', ':::red', '"--"', '`**a**`', '---', '==='],
  ),
  fc
    .array(fc.constantFrom(...'=+-@＝\'" \t\n\r;,[]()<>&#*_`|\\!:{}~^$%/.1aé😀'), { maxLength: 12 })
    .map((characters) => characters.join('')),
)

/** Some of these one after the other, with what one format in particular stumbles over. */
export function textWith(...traps: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(anyText, fc.constantFrom('\0', '`', ...traps))
  return fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
}
