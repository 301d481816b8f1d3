export const viewsWords = {
  title: 'Views',
  key: 'Views: what is kept under a name',
  none: 'No view has a name yet.',
  keep: 'Keep what you see',
  name: 'Name',
  note: 'What to see in it (optional)',
  save: 'Keep',
  replace: 'Replace',
  forget: (name: string) => `Forget “${name}”`,
  opened: (name: string) => `“${name}” is open.`,
  kept: (name: string) => `“${name}” is kept in views.yaml.`,
  forgotten: (name: string) => `“${name}” is no longer in views.yaml.`,
  elsewhere:
    'Here nothing can be written. The address of the page holds all that you see: keep it as a bookmark, or send it.',
} as const
