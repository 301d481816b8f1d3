/** Mutants that no test can or should tell from the code. Stryker shows each with its reason. */
export const strykerPlugins = [
  { kind: 'Ignore', name: 'out-of-reach', value: { shouldIgnore: reasonToIgnore } },
]

function reasonToIgnore(path) {
  if (path.isThrowStatement()) return 'Only a mistake of ours throws, and nobody reads its wording.'
  if (isProofOfClosedUnion(path)) return 'The types prove that no value gets here.'
  return undefined
}

function isProofOfClosedUnion(path) {
  if (!path.isSwitchCase() || path.node.test) return false
  const [statement] = path.node.consequent
  return statement?.type === 'ReturnStatement' && isNever(statement.argument)
}

function isNever(expression) {
  return (
    expression?.type === 'TSSatisfiesExpression' &&
    expression.typeAnnotation.type === 'TSNeverKeyword'
  )
}
