import type { RequestHead } from './guard.ts'
import { isShown, newToken } from './token.ts'

/** Keeps out whoever does not have the token. Where the server listens beyond the loopback, anyone may knock. */
export interface Door {
  /** Where the one goes who comes for the first time: `/?token=…`. */
  readonly entrance: string
  readonly judge: (head: RequestHead) => Admission
}

type Admission =
  | { readonly kind: 'known' }
  /** Shows the token in the address; from now on the cookie shows it, and the address need not. */
  | { readonly kind: 'welcome'; readonly cookie: string }
  | { readonly kind: 'stranger' }

export function openDoor(port: number): Door {
  const token = newToken()
  // Browsers give a cookie to all ports of a machine: each server has a name of its own for it.
  const name = `dossier-${port}`
  // "Lax" sends it along when a link leads here, and with nothing else that another site brings about.
  const cookie = `${name}=${token}; Path=/; HttpOnly; SameSite=Lax`

  const judge = ({ method, target, fields }: RequestHead): Admission => {
    if (isShown(cookiesCalled(name, fields.get('cookie') ?? []), token)) return { kind: 'known' }
    const [, shown] = /^\/\?token=([^&]*)$/.exec(target) ?? []
    const isWelcome = method === 'GET' && shown !== undefined && isShown([shown], token)
    return isWelcome ? { kind: 'welcome', cookie } : { kind: 'stranger' }
  }
  return { entrance: `/?token=${token}`, judge }
}

function cookiesCalled(name: string, fields: readonly string[]): string[] {
  return fields
    .flatMap((field) => field.split(';'))
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
