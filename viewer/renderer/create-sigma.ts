import Sigma from 'sigma'
import { type Drawing, placeApart } from './drawing.ts'
import { curveProgram } from './edge-program.ts'
import { lineProgram } from './line-program.ts'
import { shapeProgram } from './node-program.ts'
import { sendChanges } from './send-changes.ts'
import { sizeAtSpacing } from './size-at-scale.ts'

/** Sigma with our own programs; it asks the drawing for the look of each node and edge. */
export function createSigma(container: HTMLElement, drawing: Drawing): Sigma {
  const { paint } = drawing
  const settings = {
    allowInvalidContainer: true,
    enableEdgeEvents: true,
    enableCameraRotation: false,
    renderLabels: false,
    stagePadding: 0,
    minCameraRatio: 0.02,
    maxCameraRatio: 10,
    zoomingRatio: 1.4,
    zoomToSizeRatioFunction: (ratio: number) => 1 / sizeAtSpacing(drawing.homeSpacing / ratio),
    defaultNodeType: 'shape',
    defaultEdgeType: 'curve',
    defaultDrawNodeHover: () => undefined,
    nodeProgramClasses: { shape: sendChanges(shapeProgram(paint)) },
    edgeProgramClasses: {
      curve: sendChanges(curveProgram(paint)),
      line: sendChanges(lineProgram(paint)),
    },
    nodeReducer: (id: string, { x: left = 0, y: up = 0 }: { x?: number; y?: number }) => {
      const { x, y } = placeApart(drawing, id) ?? { x: left, y: up }
      return { ...drawing.looks.node(id, drawing), x, y }
    },
    edgeReducer: (id: string) => drawing.looks.edge(id, drawing),
  }
  const sigma = new Sigma(drawing.scene.graph, container, settings)
  // It tells what a pointer leaves with the picture, but takes it for still there, and would not tell of its return.
  sigma.on('leaveStage', () => Object.assign(sigma, { hoveredNode: null, hoveredEdge: null }))
  return sigma
}
