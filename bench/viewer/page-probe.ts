/** What the probe has noted of the page, in milliseconds since it was opened. */
interface Probed {
  readonly firstPicture: number | null
  /** Of all callbacks of frames until now. */
  readonly inFrames: number
}

/** What the viewer and the probe leave in the page. */
export interface ProbedWindow {
  readonly dossierViewer: {
    readonly picture: { readonly value: { readonly sigma: SigmaLike } | null }
    readonly graph: {
      readonly value: { readonly order: number; readonly size: number; nodes(): string[] } | null
    }
    readonly change: (step: (view: object) => object) => void
  }
  readonly probed: Probed
  readonly nextFrame: () => Promise<number>
}

interface SigmaLike {
  getCamera(): { readonly x: number; setState(state: { ratio: number }): void }
  getNodeAtPosition(place: { readonly x: number; readonly y: number }): string | null
}

/**
 * Runs in the page before anything else: nothing is drawn from now on, so that the script alone is measured and not a
 * graphics card that is emulated; and each callback of a frame is timed.
 */
export function probePage(): void {
  const nothing = () => undefined
  const draws = ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']
  for (const context of [WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const name of [...draws, 'readPixels', 'clear']) {
      if (name in context.prototype) Object.assign(context.prototype, { [name]: nothing })
    }
  }
  const probed = { firstPicture: null as number | null, inFrames: 0 }
  const request = requestAnimationFrame.bind(globalThis)
  const nextFrame = () => new Promise<number>((resolve) => request(resolve))
  const timed = (callback: FrameRequestCallback) =>
    request((time) => {
      const began = performance.now()
      callback(time)
      probed.inFrames += performance.now() - began
    })
  const look = async () => {
    const page = globalThis as unknown as Partial<ProbedWindow>
    while (!page.dossierViewer?.picture.value) await nextFrame()
    // The names are drawn in the frame after the one in which the picture was made.
    await nextFrame()
    probed.firstPicture = performance.now()
  }
  Object.assign(globalThis, { requestAnimationFrame: timed, probed, nextFrame })
  void look()
}
