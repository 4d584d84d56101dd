/** A sigma program that draws nodes of several shapes and inner marks in one go. */

import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { MARKS, type Mark, SHAPES, type Shape } from "./marks.ts";

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute vec2 a_look;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_at;
varying vec2 v_look;
varying float v_pixel;
const float bias = 255.0 / 254.0;

void main() {
  // A triangle wide enough to hold every shape; v_at is 1 at the nominal radius of the node.
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 reach = 3.0 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + radius * reach, 1)).xy, 0, 1);
  v_at = reach;
  v_look = a_look;
  v_pixel = u_correctionRatio * 2.0 / radius;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_at;
varying vec2 v_look;
varying float v_pixel;

float outline(vec2 p, float shape) {
  vec2 q = abs(p);
  if (shape < 0.5) return length(p) - 1.0;
  if (shape < 1.5) return max(q.x, q.y) - 0.88;
  if (shape < 2.5) return (q.x + q.y - 1.3) * 0.7071;
  if (shape < 3.5) return max(q.x * 0.866 + p.y * 0.5, -p.y) - 0.62;
  if (shape < 4.5) return max(q.y * 0.866 + q.x * 0.5, q.x) - 0.95;
  return max(q.x * 0.866 - p.y * 0.5, p.y) - 0.62;
}

float within(float distance) {
  return 1.0 - smoothstep(-v_pixel * 0.5, v_pixel * 0.5, distance);
}

void main() {
  float edge = outline(v_at, v_look.x);
  #ifdef PICKING_MODE
  if (edge > 0.0) discard;
  gl_FragColor = v_color;
  #else
  vec3 ink = vec3(0.1);
  vec3 paper = vec3(1.0);
  float mark = v_look.y;
  vec3 fill = v_color.rgb;
  if (mark > 0.5 && mark < 1.5) fill = mix(fill, paper, within(length(v_at) - 0.34));
  else if (mark > 1.5 && mark < 2.5) fill = mix(fill, paper, within(abs(length(v_at) - 0.5) - 0.12));
  else if (mark > 2.5 && mark < 3.5) fill = mix(fill, ink, within(max(abs(v_at.x) - 0.55, abs(v_at.y) - 0.17)));
  vec3 rim = mark > 3.5 ? vec3(0.42) : ink;
  float dashed = mark > 3.5 ? step(0.0, sin(atan(v_at.y, v_at.x) * 9.0)) : 1.0;
  float thick = max(v_pixel * 1.2, 0.1);
  fill = mix(fill, rim, dashed * (1.0 - within(edge + thick)));
  float alpha = v_color.a * within(edge);
  gl_FragColor = vec4(fill * alpha, alpha);
  #endif
}
`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix"] as const;

interface Looks extends NodeDisplayData {
  shape?: Shape;
  mark?: Mark;
}

/** Draws `shape` and `mark` of a node's display data. */
export class ShapeProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
  override getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_look", size: 2, type: FLOAT },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[Math.PI / 2], [(7 * Math.PI) / 6], [(11 * Math.PI) / 6]],
    };
  }

  override processVisibleItem(nodeIndex: number, start: number, data: Looks): void {
    const looks = [
      data.x,
      data.y,
      data.size,
      floatColor(data.color),
      SHAPES.indexOf(data.shape ?? "circle"),
      MARKS.indexOf(data.mark ?? "plain"),
      nodeIndex,
    ];
    this.array.set(looks, start);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniform1f(
      uniformLocations.u_correctionRatio as WebGLUniformLocation,
      params.correctionRatio,
    );
    gl.uniform1f(uniformLocations.u_sizeRatio as WebGLUniformLocation, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix as WebGLUniformLocation, false, params.matrix);
  }
}
