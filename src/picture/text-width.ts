/** About how wide a text is in Helvetica, Arial or a font of their measures, where nothing can measure it. */
export function textWidth(text: string, size: number): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width * size
}

function widthOf(character: string): number {
  if (/\p{M}|\p{Cf}/u.test(character)) return 0
  if (wide.test(character)) return 1.1
  if (narrow.test(character)) return 0.32
  if (broad.test(character)) return 0.88
  return /\p{Lu}|[&+=<>~]/u.test(character) ? 0.71 : 0.58
}

const narrow = /[iljtfrI.,:;'|!()[\]{} "“”‘’\-/\\·`^]/
const broad = /[mMW@%—…w]/
/** Of scripts whose letters fill a square, and pictures. */
const wide =
  /[\u1100-\u11ff\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}|[\u{20000}-\u{3fffd}]/u
