import { escapeForJson } from '../text/escape-for-terminal.ts'

/**
 * JSON as it may stand in a script of HTML, where only what begins with `<` is looked for; it says the same. Hidden
 * characters are written as escapes, so that nobody who reads the file is misled.
 */
export function inlineJson(json: string): string {
  return escapeForJson(json).replaceAll('<', '\\u003c')
}

/**
 * Code as it may stand in a script or a style of HTML. What would end it, or hide its end, stands in texts and patterns,
 * where a backslash changes nothing; line ends are those that a browser makes of them, so that hashes hold.
 */
export function inlineCode(code: string): string {
  return code.replace(/\r\n?/g, '\n').replace(/<(?=\/(?:script|style)|!--)/gi, '<\\')
}
