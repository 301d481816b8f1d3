import type Sigma from 'sigma'
import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { type Shape, shapes } from '../../src/picture/shape-of.ts'
import { nodeFragmentShader, nodeVertexShader } from './node-shaders.ts'
import { lightOf, type Paint } from './paint.ts'

/** What the program reads of a node, beside sigma's own fields. */
export interface NodeLook extends Pick<NodeDisplayData, 'label' | 'color' | 'size' | 'hidden'> {
  readonly type: 'shape'
  readonly shape: Shape
  readonly hollow: boolean
  /** It may be of another time. */
  readonly hatched: boolean
  readonly ringed: boolean
  readonly circled: boolean
  readonly lit: boolean
  /** It is of another time. */
  readonly faded: boolean
}

const uniforms = [
  'u_matrix',
  'u_dimensions',
  'u_sizeRatio',
  'u_pixelRatio',
  'u_dim',
  'u_canvas',
  'u_ring',
] as const

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext

/** Discs, squares and diamonds, full or hollow, with a rim in the colour of the canvas. */
export function shapeProgram(paint: Paint): NodeProgramType {
  return class extends NodeProgram<(typeof uniforms)[number]> {
    /** Nothing is drawn to be picked: `findNearest` knows what is where. */
    constructor(gl: WebGLRenderingContext, _: WebGLFramebuffer | null, sigma: Sigma) {
      super(gl, null, sigma)
    }

    getDefinition() {
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: nodeVertexShader,
        FRAGMENT_SHADER_SOURCE: nodeFragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_mark', size: 1, type: FLOAT },
          { name: 'a_lit', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [-1, 1],
          [1, -1],
          [1, 1],
        ],
      }
    }

    override processVisibleItem(_: number, start: number, data: NodeDisplayData) {
      const look = data as NodeDisplayData & NodeLook
      const { array } = this
      let at = start
      array[at++] = data.x
      array[at++] = data.y
      array[at++] = data.size
      array[at++] =
        shapes.indexOf(look.shape) +
        (look.hollow ? 4 : 0) +
        (look.ringed ? 8 : 0) +
        (look.circled ? 16 : 0) +
        (look.hatched ? 32 : 0)
      array[at++] = lightOf(look)
      array[at] = floatColor(data.color)
    }

    override setUniforms(params: RenderParams, program: Uniforms) {
      const { gl, uniformLocations: at } = program
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix)
      gl.uniform2f(at.u_dimensions, params.width, params.height)
      gl.uniform1f(at.u_sizeRatio, params.sizeRatio)
      gl.uniform1f(at.u_pixelRatio, params.pixelRatio)
      gl.uniform1f(at.u_dim, paint.dim)
      gl.uniform3f(at.u_canvas, ...paint.canvas)
      gl.uniform3f(at.u_ring, ...paint.ring)
    }
  }
}

type Uniforms = ProgramInfo<(typeof uniforms)[number]>
