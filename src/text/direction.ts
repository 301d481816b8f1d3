const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Hanifi_Rohingya}]/u

/** The direction in which a name is written, by its first letter: that of HTML's `dir="auto"`. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const letter = /\p{L}/u.exec(text)
  return letter && rightToLeft.test(letter[0]) ? 'rtl' : 'ltr'
}

/** A name that stands in a text without markup, so that its direction moves nothing around it. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`
}
