import { dimmedOpacity, opacityIn } from './paint.ts'

// Lengths are in CSS pixels; `a_mark` is the shape (0 to 2), plus 4 when hollow, plus 8 when ringed,
// plus 16 when a thin circle stands around it, plus 32 when hatched.

export const nodeVertexShader = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_mark;
attribute float a_lit;
attribute vec4 a_color;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_dim;

varying vec2 v_offset;
varying float v_radius;
varying float v_mark;
varying float v_opacity;
varying vec4 v_color;

const float margin = 10.0;
const float smallest = 1.2;

void main() {
  v_radius = max(a_size / u_sizeRatio, smallest);
  v_mark = a_mark;
  v_opacity = ${opacityIn(dimmedOpacity.node)};
  v_color = a_color;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  v_offset = a_corner * (v_radius * 1.35 + margin);
  gl_Position = a_size == 0.0
    ? vec4(2.0, 2.0, 2.0, 1.0)
    : vec4(centre + v_offset * 2.0 / u_dimensions, 0.0, 1.0);
}
`

export const nodeFragmentShader = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;
uniform vec3 u_canvas;
uniform vec3 u_ring;

varying vec2 v_offset;
varying float v_radius;
varying float v_mark;
varying float v_opacity;
varying vec4 v_color;

const float wall = 2.2;

float distanceTo(float shape, vec2 point, float radius) {
  vec2 far = abs(point);
  if (shape > 1.5) {
    float corner = radius * 0.25;
    vec2 beyond = far - (radius * 0.92 - corner);
    return length(max(beyond, 0.0)) + min(max(beyond.x, beyond.y), 0.0) - corner;
  }
  if (shape > 0.5) return (far.x + far.y - radius * 1.3) * 0.7071;
  return length(point) - radius;
}

float cover(float distance) {
  return clamp(0.5 - distance * u_pixelRatio, 0.0, 1.0);
}

/** Slanting stripes, of which every other one is left out. */
float gaps() {
  float across = mod(v_offset.x + v_offset.y, 5.0);
  return clamp((1.6 - abs(across - 2.5)) * u_pixelRatio + 0.5, 0.0, 1.0);
}

void main() {
  float rim = min(1.5, v_radius * 0.3);
  float hatched = step(32.0, v_mark);
  float circled = step(16.0, mod(v_mark, 32.0));
  float ringed = step(8.0, mod(v_mark, 16.0));
  float hollow = step(4.0, mod(v_mark, 8.0));
  float distance = distanceTo(mod(v_mark, 4.0), v_offset, v_radius);
  float inside = cover(distance + min(wall, v_radius * 0.5)) * max(hollow, hatched * gaps());
  vec4 body = vec4(mix(v_color.rgb, u_canvas, inside), 1.0) * cover(distance);
  vec4 edge = vec4(u_canvas, 1.0) * cover(distance - rim - 1.5 * ringed);
  vec4 ring = vec4(u_ring, 1.0) * cover(distance - 5.5) * ringed;
  float beyond = length(v_offset) - v_radius * 1.15 - 6.0;
  float circle = cover(abs(beyond) - 0.8) * circled;
  vec4 color = vec4(u_ring, 1.0) * circle;
  color = color * (1.0 - ring.a) + ring;
  color = color * (1.0 - edge.a) + edge;
  color = color * (1.0 - body.a) + body;
  gl_FragColor = color * v_opacity;
}
`
