import { texts } from '../words/texts.ts'
/** Has the server open a file of the base at a line. Gives why not, or nothing where it did. */
export async function openInEditor(
  token: string,
  file: string,
  line: number,
): Promise<string | undefined> {
  try {
    const headers = { 'Dossier-Token': token }
    const address = `open/${line}/${encodeURIComponent(file)}`
    const response = await fetch(address, { method: 'POST', headers })
    return response.ok ? undefined : (await response.text()).trim()
  } catch {
    return texts.serverSilent
  }
}
