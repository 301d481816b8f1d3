interface NameListProps {
  readonly names: readonly string[]
}

/** Names one after another, each in the direction of its own script. */
export function NameList({ names }: NameListProps) {
  return (
    <>
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <bdi>{name}</bdi>
        </span>
      ))}
    </>
  )
}
