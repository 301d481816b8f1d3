import { dimmedOpacity, opacityIn } from './paint.ts'

// Every edge is a cubic curve in CSS pixels: a quadratic one between two nodes, or a loop at one.
// `a_bend` is the curvature and 0, or for a loop its direction and its reach. `a_style` is the line
// pattern (0 to 3), plus 4 when there is an arrow head, plus 8 when the line is hollow. `edge-geometry.ts` holds the
// same curve.

export const edgeVertexShader = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_radii;
attribute float a_thickness;
attribute vec2 a_bend;
attribute float a_style;
attribute float a_lit;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec3 a_vertex;

uniform mat3 u_matrix;
uniform vec2 u_dimensions;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
uniform float u_dim;

varying vec2 v_sides;
varying float v_along;
varying float v_pattern;
varying float v_opacity;
varying float v_hollow;
varying vec4 v_color;

const float gap = 1.5;
const float easyToHit = 4.0;
const float leastHollow = 4.0;

vec2 p0, p1, p2, p3;

vec2 toPixels(vec2 position) {
  return ((u_matrix * vec3(position, 1.0)).xy * 0.5 + 0.5) * u_dimensions;
}

vec2 pointAt(float t) {
  float s = 1.0 - t;
  return s * s * s * p0 + 3.0 * s * s * t * p1 + 3.0 * s * t * t * p2 + t * t * t * p3;
}

vec2 slopeAt(float t) {
  float s = 1.0 - t;
  return 3.0 * (s * s * (p1 - p0) + 2.0 * s * t * (p2 - p1) + t * t * (p3 - p2));
}

/** The place at which the curve is so far from one of its ends, by three steps of Newton. */
float leaves(vec2 end, float from, float radius) {
  float direction = from < 0.5 ? 1.0 : -1.0;
  float t = from + direction * min(0.45, radius / max(1.0, length(slopeAt(from))));
  for (int step = 0; step < 3; step++) {
    vec2 away = pointAt(t) - end;
    float far = max(0.01, length(away));
    float growth = dot(slopeAt(t), away / far);
    if (abs(growth) > 0.01) t -= clamp((far - radius) / growth, -0.2, 0.2);
    t = clamp(t, 0.0, 1.0);
  }
  return t;
}

void bendCurve() {
  p0 = toPixels(a_source);
  p3 = toPixels(a_target);
  if (a_bend.y > 0.0) {
    float reach = (a_radii.x + a_bend.y) / u_sizeRatio * 1.5;
    p1 = p0 + reach * vec2(cos(a_bend.x - 0.55), sin(a_bend.x - 0.55));
    p2 = p0 + reach * vec2(cos(a_bend.x + 0.55), sin(a_bend.x + 0.55));
    return;
  }
  vec2 chord = p3 - p0;
  vec2 peak = 0.5 * (p0 + p3) + vec2(-chord.y, chord.x) * a_bend.x;
  p1 = mix(p0, peak, 0.6667);
  p2 = mix(p3, peak, 0.6667);
}

void main() {
  bool arrow = mod(a_style, 8.0) >= 4.0;
  v_hollow = step(8.0, a_style);
  float thickness = a_thickness / sqrt(u_sizeRatio);
  thickness = mix(thickness, max(thickness + 2.0, leastHollow), v_hollow);
  float headLength = arrow ? 5.0 + 2.2 * thickness : 0.0;
  float headWidth = 2.0 + 1.25 * thickness;
  float half_ = 0.5 * thickness + 0.5 / u_pixelRatio;
  v_pattern = mod(a_style, 4.0);
  v_opacity = ${opacityIn(dimmedOpacity.edge)};
  #ifdef PICKING_MODE
  half_ = max(half_, easyToHit);
  headWidth = max(headWidth, easyToHit);
  v_color = a_id;
  #else
  v_color = a_color;
  #endif

  bendCurve();
  float start = leaves(p0, 0.0, a_radii.x / u_sizeRatio + gap);
  float tip = leaves(p3, 1.0, a_radii.y / u_sizeRatio + gap);
  float neck = arrow ? leaves(p3, 1.0, a_radii.y / u_sizeRatio + gap + headLength) : tip;
  neck = max(neck, start);

  vec2 position;
  if (a_vertex.z > 0.5) {
    vec2 base = pointAt(neck);
    vec2 point = pointAt(tip);
    vec2 forward = normalize(point - base + vec2(0.0001));
    vec2 across = vec2(-forward.y, forward.x);
    float height = length(point - base);
    float slant = 2.0 * headWidth * height / max(0.01, length(vec2(headWidth, height)));
    position = mix(base - forward * 0.5 + across * a_vertex.y * headWidth, point, a_vertex.x);
    v_sides = a_vertex.x > 0.5
      ? vec2(0.0)
      : (a_vertex.y < 0.0 ? vec2(0.0, slant) : vec2(slant, 0.0));
    v_pattern = 0.0;
    if (!arrow) position = base;
  } else {
    float t = mix(start, neck, a_vertex.x);
    vec2 forward = normalize(slopeAt(t) + vec2(0.0001));
    position = pointAt(t) + vec2(-forward.y, forward.x) * a_vertex.y * half_;
    v_sides = a_vertex.y < 0.0 ? vec2(0.0, 2.0 * half_) : vec2(2.0 * half_, 0.0);
    v_along = t * 0.5 * (length(p3 - p0) + length(p1 - p0) + length(p2 - p1) + length(p3 - p2));
  }
  gl_Position = a_thickness == 0.0
    ? vec4(2.0, 2.0, 2.0, 1.0)
    : vec4(position / u_dimensions * 2.0 - 1.0, 0.0, 1.0);
}
`

export const edgeFragmentShader = /* glsl */ `
precision highp float;

uniform float u_pixelRatio;

varying vec2 v_sides;
varying float v_along;
varying float v_pattern;
varying float v_opacity;
varying float v_hollow;
varying vec4 v_color;

const float wall = 1.2;

float within(float place, float from, float to) {
  return clamp((place - from) * u_pixelRatio + 0.5, 0.0, 1.0)
    * clamp((to - place) * u_pixelRatio + 0.5, 0.0, 1.0);
}

float ink(float pattern, float along) {
  if (pattern > 2.5) {
    float place = mod(along, 15.0);
    return max(within(place, 0.5, 8.5), within(place, 11.0, 13.0));
  }
  if (pattern > 1.5) return within(mod(along, 5.0), 0.5, 2.7);
  if (pattern > 0.5) return within(mod(along, 10.0), 0.5, 6.5);
  return 1.0;
}

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = vec4(v_color.rgb, 1.0);
  #else
  float depth = min(v_sides.x, v_sides.y);
  float side = clamp(depth * u_pixelRatio, 0.0, 1.0);
  side *= 1.0 - v_hollow * clamp((depth - wall) * u_pixelRatio, 0.0, 1.0);
  float opacity = side * ink(v_pattern, v_along) * v_opacity;
  gl_FragColor = vec4(v_color.rgb, 1.0) * opacity;
  #endif
}
`
