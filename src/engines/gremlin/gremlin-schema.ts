/**
 * Makes in JanusGraph what is not there yet, in one transaction: keys, two indexes, labels. The script is always the
 * same text; what comes from the data is bound to `relations`. SIMPLE makes the store keep one edge of a label between
 * two vertices: one that is written again, even by a push that was killed and goes on in the server, takes its place.
 */
export const schemaScript = `
management = g.getGraph().openManagement()
try {
  if (management.getPropertyKey('dossierKey') == null) {
    ['dossierKey', 'dossierHash', 'dossierData'].each {
      management.makePropertyKey(it).dataType(String.class).cardinality(org.janusgraph.core.Cardinality.SINGLE).make()
    }
    ['dossierFirst', 'dossierLast'].each {
      management.makePropertyKey(it).dataType(Long.class).cardinality(org.janusgraph.core.Cardinality.SINGLE).make()
    }
    bucket = management.makePropertyKey('dossierBucket').dataType(String.class).cardinality(org.janusgraph.core.Cardinality.SINGLE).make()
    word = management.makePropertyKey('dossierWord').dataType(String.class).cardinality(org.janusgraph.core.Cardinality.SET).make()
    management.buildIndex('dossierByBucket', org.apache.tinkerpop.gremlin.structure.Vertex.class).addKey(bucket).buildCompositeIndex()
    management.buildIndex('dossierByWord', org.apache.tinkerpop.gremlin.structure.Vertex.class).addKey(word).buildCompositeIndex()
    ['DossierBase', 'DossierFacts', 'DossierEntity', 'DossierFile', 'DossierWord'].each {
      management.makeVertexLabel(it).make()
    }
  }
  made = 0
  relations.each {
    if (management.getEdgeLabel(it[0]) == null) {
      management.makeEdgeLabel(it[0]).multiplicity(org.janusgraph.core.Multiplicity.SIMPLE).make()
      management.makeEdgeLabel(it[1]).multiplicity(org.janusgraph.core.Multiplicity.MULTI).make()
      made++
    }
  }
  management.commit()
  made
} catch (Throwable problem) {
  if (management.isOpen()) management.rollback()
  throw problem
}`
