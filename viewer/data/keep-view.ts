import { later } from '../words/later-texts.ts'
import { texts } from '../words/texts.ts'

/** Has the server keep a view in the base, instead of the one of that name. Gives why not, or nothing where it did. */
export function keepView(
  token: string,
  name: string,
  note: string,
  address: string,
): Promise<string | undefined> {
  return ask(token, `views/keep/${[name, note, address].map(encodeURIComponent).join('/')}`)
}

export function forgetView(token: string, name: string): Promise<string | undefined> {
  return ask(token, `views/forget/${encodeURIComponent(name)}`)
}

async function ask(token: string, path: string): Promise<string | undefined> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'Dossier-Token': token } })
    if (response.status === 431) return later.viewTooLong
    return response.ok ? undefined : (await response.text()).trim()
  } catch {
    return texts.serverSilent
  }
}
