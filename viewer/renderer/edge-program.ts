import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { EdgeBend } from '../../src/picture/edge-bends.ts'
import { type LinePattern, linePatterns } from '../../src/picture/line-pattern.ts'
import { edgeFragmentShader, edgeVertexShader } from './edge-shaders.ts'
import { lightOf, type Paint } from './paint.ts'
import type { TimeMark } from './time-mark.ts'

/** What the program reads of an edge, beside sigma's own fields. */
export interface EdgeLook extends Pick<EdgeDisplayData, 'color' | 'size' | 'hidden'> {
  readonly type: 'curve' | 'line'
  readonly bend: EdgeBend
  readonly pattern: LinePattern
  readonly time: TimeMark
  readonly arrow: boolean
  readonly lit: boolean
  /** It falls with the source that is looked at. */
  readonly fragile: boolean
  /** It began or ended between two times that are compared. */
  readonly changed: boolean
  readonly faded: boolean
}

const uniforms = ['u_matrix', 'u_dimensions', 'u_sizeRatio', 'u_pixelRatio', 'u_dim'] as const

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext

/** Into so many straight pieces a curve is cut. */
const pieces = 14

/** Curves, loops, arrow heads and dashes in one program, drawn as strips that the vertex shader bends. */
export function curveProgram(paint: Paint): EdgeProgramType {
  return class extends EdgeProgram<(typeof uniforms)[number]> {
    getDefinition() {
      const vertices = stripVertices()
      return {
        VERTICES: vertices.length,
        VERTEX_SHADER_SOURCE: edgeVertexShader,
        FRAGMENT_SHADER_SOURCE: edgeFragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: FLOAT },
          { name: 'a_target', size: 2, type: FLOAT },
          { name: 'a_radii', size: 2, type: FLOAT },
          { name: 'a_thickness', size: 1, type: FLOAT },
          { name: 'a_bend', size: 2, type: FLOAT },
          { name: 'a_style', size: 1, type: FLOAT },
          { name: 'a_lit', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_vertex', size: 3, type: FLOAT }],
        CONSTANT_DATA: vertices,
      }
    }

    override processVisibleItem(
      id: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ) {
      const look = data as EdgeDisplayData & EdgeLook
      const { bend, pattern, arrow, time } = look
      const { array } = this
      let at = start
      array[at++] = source.x
      array[at++] = source.y
      array[at++] = target.x
      array[at++] = target.y
      array[at++] = source.size
      array[at++] = target.size
      array[at++] = data.size
      array[at++] = bend.kind === 'loop' ? bend.angle : bend.curvature
      array[at++] = bend.kind === 'loop' ? bend.reach : 0
      array[at++] = linePatterns.indexOf(pattern) + (arrow ? 4 : 0) + (time === 'hollow' ? 8 : 0)
      array[at++] = lightOf(look)
      array[at++] = floatColor(data.color)
      array[at] = id
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations: at }: Uniforms) {
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix)
      gl.uniform2f(at.u_dimensions, params.width, params.height)
      gl.uniform1f(at.u_sizeRatio, params.sizeRatio)
      gl.uniform1f(at.u_pixelRatio, params.pixelRatio)
      gl.uniform1f(at.u_dim, paint.dim)
    }
  }
}

type Uniforms = ProgramInfo<(typeof uniforms)[number]>

/** Two triangles for each piece, and one for the head: how far along, which side, whether the head. */
function stripVertices(): number[][] {
  const strip = Array.from({ length: pieces }, (_, piece) => {
    const [from, to] = [piece / pieces, (piece + 1) / pieces]
    return [
      [from, -1, 0],
      [from, 1, 0],
      [to, -1, 0],
      [to, -1, 0],
      [from, 1, 0],
      [to, 1, 0],
    ]
  })
  const head = [
    [0, -1, 1],
    [0, 1, 1],
    [1, 0, 1],
  ]
  return [...strip.flat(), ...head]
}
