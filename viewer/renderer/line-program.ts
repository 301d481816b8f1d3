import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { faintestLine, inkShare } from '../../src/picture/line-ink.ts'
import type { EdgeLook } from './edge-program.ts'
import { dimmedOpacity, lightOf, opacityIn, type Paint } from './paint.ts'
import { timeMarks } from './time-mark.ts'

// `a_style` is the mark of time (0 to 2), plus 4 when the line is steep: dashes are counted along the longer way.
// `a_length` is negative for a line that began or ended between two times that are compared.

const vertexShader = /* glsl */ `
attribute vec2 a_position;
attribute float a_style;
attribute float a_lit;
attribute float a_length;
attribute vec4 a_color;
attribute vec4 a_id;
uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_dim;
uniform float u_room;
uniform float u_changed;
varying vec4 v_color;
varying float v_opacity;
varying float v_mark;
varying float v_along;

void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  vec2 unit = u_matrix[0].xy * 0.5 * u_dimensions;
  float share = a_length < 0.0 ? u_changed : 1.0;
  float crowded = clamp(u_room / max(abs(a_length) * share * length(unit), 1.0), ${faintestLine}, 1.0);
  v_opacity = 0.7 * mix(crowded, 1.0, u_dim * clamp(a_lit, 0.0, 1.0)) * ${opacityIn(dimmedOpacity.edge)};
  v_mark = mod(a_style, 4.0);
  vec2 place = (u_matrix * vec3(a_position, 0.0)).xy * 0.5 * u_dimensions;
  v_along = a_style >= 4.0 ? place.y : place.x;
}
`

const fragmentShader = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_opacity;
varying float v_mark;
varying float v_along;

/** Dots without a date, dashes where it may be of another time. */
float ink() {
  if (v_mark > 1.5) return step(mod(v_along, 9.0), 5.0);
  if (v_mark > 0.5) return step(mod(v_along, 5.0), 1.5);
  return 1.0;
}

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = vec4(v_color.rgb, 1.0);
  #else
  gl_FragColor = vec4(v_color.rgb, 1.0) * v_opacity * ink();
  #endif
}
`

const uniforms = ['u_matrix', 'u_dimensions', 'u_dim', 'u_room', 'u_changed'] as const

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
          { name: 'a_style', size: 1, type: FLOAT },
          { name: 'a_lit', size: 1, type: FLOAT },
          { name: 'a_length', size: 1, type: FLOAT },
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
      const light = look.fragile && look.lit ? 1.45 : lightOf(look)
      const isSteep = Math.abs(target.y - source.y) > Math.abs(target.x - source.x)
      const style = timeMarks.indexOf(look.time) + (isSteep ? 4 : 0)
      const length = Math.hypot(target.x - source.x, target.y - source.y)
      const signed = look.changed ? -length : length
      const color = floatColor(data.color)
      let at = start
      for (const end of [source, target]) {
        array[at++] = end.x
        array[at++] = end.y
        array[at++] = style
        array[at++] = light
        array[at++] = signed
        array[at++] = color
        array[at++] = id
      }
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations: at }: Uniforms) {
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix)
      gl.uniform2f(at.u_dimensions, params.width, params.height)
      gl.uniform1f(at.u_dim, paint.dim)
      gl.uniform1f(at.u_room, (inkShare * paint.room) / params.zoomRatio ** 2)
      gl.uniform1f(at.u_changed, paint.changed)
    }
  }
}

type Uniforms = ProgramInfo<(typeof uniforms)[number]>
