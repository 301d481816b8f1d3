import type { EdgeProgramType, NodeProgramType, ProgramInfo } from 'sigma/rendering'

/** What sigma's programs share, also where it is protected. */
interface Program {
  readonly normalProgram: ProgramInfo
  readonly pickProgram: ProgramInfo | null
  readonly isInstanced: boolean
  readonly ATTRIBUTES: readonly object[]
  readonly CONSTANT_ATTRIBUTES: readonly object[]
  readonly process: (...item: unknown[]) => void
  readonly reallocate: (capacity: number) => void
  readonly bindProgram: (info: ProgramInfo) => void
  /** Gives the length of the attribute in bytes. */
  readonly bindAttribute: (
    attribute: object,
    info: ProgramInfo,
    offset: number,
    isPerItem: boolean,
  ) => number
}

/**
 * Has a program send its items to the graphics card when they have changed. Sigma sends all of them with each frame: four
 * megabytes where there are ten thousand entities with four relations each.
 */
export function sendChanges<T extends EdgeProgramType | NodeProgramType>(type: T): T {
  const program = type.prototype as unknown as Program
  const { process, reallocate, bindProgram } = program
  const sent = new WeakSet<ProgramInfo>()
  const forget = ({ normalProgram, pickProgram }: Program) => {
    sent.delete(normalProgram)
    if (pickProgram) sent.delete(pickProgram)
  }
  Object.assign(program, {
    process(this: Program, ...item: unknown[]) {
      forget(this)
      process.apply(this, item)
    },
    reallocate(this: Program, capacity: number) {
      forget(this)
      reallocate.call(this, capacity)
    },
    bindProgram(this: Program, info: ProgramInfo) {
      if (sent.has(info)) bindSent(this, info)
      else bindProgram.call(this, info)
      sent.add(info)
    },
  })
  return type
}

/** As sigma binds them, without sending anything. */
function bindSent(program: Program, info: ProgramInfo): void {
  const { gl, buffer, constantBuffer } = info
  const { isInstanced, ATTRIBUTES, CONSTANT_ATTRIBUTES } = program
  const bind = (from: WebGLBuffer, attributes: readonly object[], isPerItem: boolean) => {
    gl.bindBuffer(gl.ARRAY_BUFFER, from)
    let offset = 0
    for (const one of attributes) offset += program.bindAttribute(one, info, offset, isPerItem)
  }
  if (isInstanced) bind(constantBuffer, CONSTANT_ATTRIBUTES, false)
  bind(buffer, ATTRIBUTES, isInstanced)
  gl.bindBuffer(gl.ARRAY_BUFFER, null)
}
