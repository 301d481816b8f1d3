/**
 * Scripts that write, each always the same text; data is bound to its names. Their transactions ask no store whether
 * something is there that would be in the way: that is a reading for each vertex and each edge, one after the other, and
 * what is written a second time takes the place of the first, as ids are given and labels of edges SIMPLE.
 */
function inTransaction(action: string): string {
  return `
def transaction = g.getGraph().buildTransaction()
  .consistencyChecks(false).checkExternalVertexExistence(false).start()
try {
  ${action}
  transaction.commit()
  rows.size()
} catch (Throwable problem) {
  // One whose commit fails is closed by then, and to close it again would hide why.
  if (transaction.isOpen()) transaction.rollback()
  throw problem
}`
}

/** Of a vertex that is there, the words are taken away: an index would go on finding it by those it has lost. */
export const putVerticesScript = inTransaction(`
  def there = [:]
  transaction.traversal().V(rows.collect { it.id } as Object[]).has('dossierHash').forEachRemaining { there[it.id()] = it }
  rows.each { row ->
    def vertex = there[row.id]
    if (vertex == null) {
      vertex = transaction.addVertex(org.apache.tinkerpop.gremlin.structure.T.id, row.id,
        org.apache.tinkerpop.gremlin.structure.T.label, kind, 'dossierKey', row.key, 'dossierBucket', row.bucket)
    } else {
      vertex.properties('dossierWord').forEachRemaining { it.remove() }
    }
    vertex.property('dossierHash', row.hash)
    vertex.property('dossierData', row.data)
    row.words.each { vertex.property('dossierWord', it) }
  }`)

/** Only for labels that are SIMPLE. An edge to a vertex that is not there would be half an edge. */
export const putEdgesScript = inTransaction(`
  def ends = [:]
  transaction.traversal().V(vertices as Object[]).has('dossierHash').forEachRemaining { ends[it.id()] = it }
  rows.each { row ->
    if (ends[row.source] == null || ends[row.target] == null) throw new IllegalStateException('An end is gone: ' + row.key)
    def edge = ends[row.source].addEdge(row.label, ends[row.target], 'dossierKey', row.key, 'dossierHash', row.hash, 'dossierData', row.data)
    if (row.first != null) edge.property('dossierFirst', row.first as Long)
    if (row.last != null) edge.property('dossierLast', row.last as Long)
  }`)
