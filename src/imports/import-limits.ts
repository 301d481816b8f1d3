/** Characters of a file that is read whole: a text of twice as many is more than the engine holds. */
export const largestWhole = 256 * 2 ** 20

/** Things and ties together; the graph of more does not fit into memory. */
export const mostItems = 5_000_000

/** Characters of one text. A file may have a million bytes, and a character takes up to four. */
export const longestText = 100_000

/** Of a name, an alias or a role: what is longer is no name. */
export const longestName = 1000

/** Types of entities, types of relations, attributes of one type: an ontology is read by people. */
export const mostTypes = 200
export const mostRelations = 500
export const mostAttributes = 500

/** A longer text is not the name of a place in the file. */
export const longestPlace = 200
