/**
 * A text in which no letter and its accent are two characters that Unicode has as one. Normal form C is more than that,
 * and asks those who type Arabic or Bengali for what no keyboard of theirs gives.
 */
export function composeLetters(text: string): string {
  return text.replace(/[^\p{M}\u1160-\u11ff][\p{M}\u1160-\u11ff]+/gu, (cluster) => {
    const composed = cluster.normalize('NFC')
    return composed.length < cluster.length ? composed : cluster
  })
}
