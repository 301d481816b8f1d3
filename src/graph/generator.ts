/** The version of the package, which a test holds equal to package.json. */
export const version = '0.1.0'

/** What exports name as their maker. */
export const generator = `dossier ${version}`
