import type { ProbedWindow } from './page-probe.ts'

// Each of these runs in the page, and so stands by itself.

/** The script of so many frames in which a hand drags the picture: milliseconds for each. */
export async function panFrames(count: number): Promise<number[]> {
  const page = globalThis as unknown as ProbedWindow
  const box = document.getElementById('picture')?.getBoundingClientRect()
  const target = document.querySelector('.sigma-mouse')
  if (!box || !target) throw new Error('There is no picture to drag.')
  const send = (type: string, x: number, y: number) => {
    const place = { clientX: box.left + x, clientY: box.top + y, button: 0, buttons: 1 }
    target.dispatchEvent(new MouseEvent(type, { ...place, bubbles: true, cancelable: true }))
  }
  const sigma = page.dossierViewer.picture.value?.sigma
  const camera = sigma?.getCamera()
  const start = camera?.x
  const frames: number[] = []
  // Who begins on an entity moves that one and not the picture. Where entities are is known once they are drawn.
  await page.nextFrame()
  await page.nextFrame()
  const places = Array.from({ length: 900 }, (_, at) => ({
    x: (box.width * (5 + (at % 30))) / 40,
    y: (box.height * (5 + Math.floor(at / 30))) / 40,
  }))
  const free = places.find((place) => !sigma?.getNodeAtPosition(place))
  if (!free) throw new Error('There is no free ground to drag the picture by.')
  const { x: left, y: top } = free
  send('mousedown', left, top)
  for (let frame = 1; frame <= count; frame++) {
    const before = page.probed.inFrames
    const began = performance.now()
    send('mousemove', left + 2 * frame, top + frame)
    const sending = performance.now() - began
    await page.nextFrame()
    await page.nextFrame()
    frames.push(sending + page.probed.inFrames - before)
  }
  send('mouseup', left + 2 * count, top + count)
  if (camera?.x === start) throw new Error('The picture did not move.')
  return frames
}

export function zoomTo(ratio: number): void {
  const { picture } = (globalThis as unknown as ProbedWindow).dossierViewer
  picture.value?.sigma.getCamera().setState({ ratio })
}

/** From the last letter of a name to its answers: milliseconds. */
export async function findEntity(text: string): Promise<number> {
  const page = globalThis as unknown as ProbedWindow
  const input = document.getElementById('search') as HTMLInputElement
  input.focus()
  await page.nextFrame()
  const began = performance.now()
  input.value = text
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  while (document.querySelector('.result, .no-results') === null) await page.nextFrame()
  const taken = performance.now() - began
  input.blur()
  await page.nextFrame()
  return taken
}

/** From the wish to see an entity with its neighbours alone to the frame that shows it: milliseconds. */
export async function focusOn(id: string): Promise<number> {
  const page = globalThis as unknown as ProbedWindow
  const began = performance.now()
  page.dossierViewer.change((view) => ({
    ...view,
    selected: { kind: 'entity', id },
    focus: { around: id, hops: 1 },
    camera: null,
  }))
  await page.nextFrame()
  await page.nextFrame()
  return performance.now() - began
}

/** What was fetched of the graph: path, and when its last byte arrived, in milliseconds. */
export function dataFetched(): { path: string; arrived: number }[] {
  const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  return entries
    .filter(({ name }) => /\/(graph\.json|ask\/.*)$/.test(new URL(name).pathname))
    .map(({ name, responseEnd }) => ({ path: new URL(name).pathname, arrived: responseEnd }))
}
