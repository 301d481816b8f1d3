import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { EdgeLook } from './edge-program.ts'
import { dimmedOpacity, type Paint } from './paint.ts'

const vertexShader = /* glsl */ `
attribute vec2 a_position;
attribute float a_lit;
attribute vec4 a_color;
attribute vec4 a_id;
uniform mat3 u_matrix;
uniform float u_dim;
varying vec4 v_color;
varying float v_opacity;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_opacity = 0.7 * mix(1.0, ${dimmedOpacity.edge}, u_dim * (1.0 - a_lit));
}
`

const fragmentShader = /* glsl */ `
precision mediump float;
varying vec4 v_color;
varying float v_opacity;

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = vec4(v_color.rgb, 1.0);
  #else
  gl_FragColor = vec4(v_color.rgb, 1.0) * v_opacity;
  #endif
}
`

const uniforms = ['u_matrix', 'u_dim'] as const

const { FLOAT, UNSIGNED_BYTE, LINES } = WebGLRenderingContext

/** One pixel from centre to centre: what a graph of many thousand edges can afford. */
export function lineProgram(paint: Paint): EdgeProgramType {
  return class extends EdgeProgram<(typeof uniforms)[number]> {
    getDefinition() {
      return {
        VERTICES: 2,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: LINES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_lit', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
      }
    }

    override processVisibleItem(
      id: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ) {
      const { array } = this
      const look = data as EdgeDisplayData & EdgeLook
      // Lines of one width: what falls with a source is told from what stays by its strength.
      const lit = look.lit ? (look.fragile ? 1.45 : 1) : 0
      const color = floatColor(data.color)
      let at = start
      for (const end of [source, target]) {
        array[at++] = end.x
        array[at++] = end.y
        array[at++] = lit
        array[at++] = color
        array[at++] = id
      }
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations: at }: Uniforms) {
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix)
      gl.uniform1f(at.u_dim, paint.dim)
    }
  }
}

type Uniforms = ProgramInfo<(typeof uniforms)[number]>
