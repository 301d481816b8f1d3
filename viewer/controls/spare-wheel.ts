/**
 * In a frame the wheel belongs to the page around it, which a reader only scrolls past, until that reader has gone into
 * the frame. Pinching, which comes as a wheel with Ctrl, is meant for the picture anywhere.
 */
export function spareWheel(): void {
  const onWheel = (event: WheelEvent) => {
    if (!document.hasFocus() && !event.ctrlKey) event.stopPropagation()
  }
  document.addEventListener('wheel', onWheel, { capture: true, passive: true })
}
