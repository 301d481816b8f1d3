import { isAscii } from './is-ascii.ts'

/**
 * A text in ASCII letters, as far as its script has letters that readers commonly write so: Latin, Cyrillic, Greek,
 * Arabic with its sisters, and Hebrew. What is of another script stays out.
 */
export function transliterate(text: string): string {
  if (isAscii(text)) return text
  let latin = ''
  for (const letter of text.normalize('NFKC')) latin += latinOf(letter)
  return latin.normalize('NFKD').replace(/[^ -~]/g, '')
}

function latinOf(letter: string): string {
  const small = letter.toLowerCase()
  const found = letters.get(small) ?? letters.get(small.normalize('NFKD').charAt(0))
  if (found === undefined) return letter
  return small === letter ? found : found.charAt(0).toUpperCase() + found.slice(1)
}

/** Pairs of letters and what they become, in order; a letter that only colours its neighbour becomes nothing. */
const letters: ReadonlyMap<string, string> = new Map(
  [
    'ø o ł l đ d ð d þ th ß ss æ ae œ oe ı i ħ h ŋ ng ə e ʻ _ ʼ _ ʿ _ ʾ _ ’ _ ‘ _ ` _',
    'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh',
    'щ shch ъ _ ы y ь _ э e ю yu я ya і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz ѓ gj ќ kj ѕ dz',
    'ә a ғ gh қ q ң ng ө o ұ u ү u һ h ҷ j ӣ i ӯ u ҳ h',
    'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o',
    'ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع _ غ gh ف f ق q ك k ل l',
    'م m ن n ه h و w ي y ى a ة a ء _ ئ _ ؤ _ پ p چ ch ژ zh گ g ک k ی i ٹ t ڈ d ڑ r ں n ے e ہ h ۀ h ھ h ۇ u ې e ښ sh ځ dz ڼ n',
    '٠ 0 ١ 1 ٢ 2 ٣ 3 ٤ 4 ٥ 5 ٦ 6 ٧ 7 ٨ 8 ٩ 9 ۰ 0 ۱ 1 ۲ 2 ۳ 3 ۴ 4 ۵ 5 ۶ 6 ۷ 7 ۸ 8 ۹ 9',
    'א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע _ פ p ף p צ ts ץ ts ק q ר r ש sh ת t',
  ].flatMap((row) => {
    const words = row.split(' ')
    return words.flatMap((letter, at) =>
      at % 2 === 0 ? [[letter, (words[at + 1] ?? '').replace('_', '')] as const] : [],
    )
  }),
)
