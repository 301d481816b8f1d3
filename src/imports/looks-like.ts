import type { importFormats } from './formats.ts'

type FormatName = keyof typeof importFormats

/** What a file seems to be that cannot be read as what it was said to be, and the way out; nothing where that is not clear. */
export function looksLike(beginning: string): FormatName | string | undefined {
  const text = beginning.replace(/^\ufeff/, '').trimStart()
  if (text.startsWith('PK\u0003\u0004')) {
    return 'It is a zip file, as spreadsheets are: save each of its tables as CSV, or unpack it.'
  }
  if (/^<(?:\?xml|!--|gexf|graphml)/.test(text)) return ofXml(text)
  if (text.startsWith('{') || text.startsWith('[')) return ofJson(text)
  const [line = ''] = text.split(/[\r\n]/, 1)
  return /[,;\t|]/.test(line) ? 'csv' : undefined
}

function ofXml(text: string): FormatName | string | undefined {
  if (/<(?:\w+:)?graphml\b/.test(text)) {
    return 'It is GraphML, which is not read: save the graph as GEXF (with Gephi, or networkx\'s "write_gexf").'
  }
  return /<(?:\w+:)?gexf\b/.test(text) ? 'gexf' : undefined
}

function ofJson(text: string): FormatName | undefined {
  if (/"type"\s*:\s*"bundle"|"spec_version"\s*:/.test(text)) return 'stix'
  if (/^\{[^\n]*"schema"\s*:/.test(text)) return 'ftm'
  return /"(?:nodes|elements)"\s*:/.test(text) ? 'json' : undefined
}
