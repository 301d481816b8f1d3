/**
 * What is a base's own in a database: nodes by a label, relationships by their ends and a key, files by another label.
 * Namespaces are kebab-case, so that no two get one name and none can escape its backticks.
 */
export interface BoltNames {
  readonly label: string
  readonly fileLabel: string
  /** The index of words, and the constraints. */
  readonly words: string
  readonly uniqueId: string
  readonly uniquePath: string
}

/** The label of the nodes that tell of a base as a whole, one for each. */
export const baseLabel = 'DossierBase'

export function boltNames(namespace: string): BoltNames {
  const name = `dossier_${namespace.replaceAll('-', '_')}`
  return {
    label: `\`${name}\``,
    fileLabel: `\`${name}__file\``,
    words: `${name}__words`,
    uniqueId: `${name}__id`,
    uniquePath: `${name}__path`,
  }
}

/** `member-of` is the type `MEMBER_OF`. */
export function relationshipType(relation: string): string {
  return `\`${relation.toUpperCase().replaceAll('-', '_')}\``
}
