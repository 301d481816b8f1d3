/** `imu` for `groups/imu.yaml`: a file where its id is asked for. */
export function withoutPath(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '')
}
