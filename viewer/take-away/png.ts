import { later } from '../words/later-texts.ts'

/** What browsers can hold in one canvas, on a side and in all. */
const longestSide = 16_384
const mostPixels = 120_000_000

/** A drawing as pixels, as many to one of its own units as `scale` says, or fewer where no browser could hold them. */
export async function pngOf(svg: string, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const { width, height } = image
    const most = Math.min(
      longestSide / Math.max(width, height),
      Math.sqrt(mostPixels / (width * height)),
    )
    return await drawn(image, Math.min(scale, most))
  } finally {
    URL.revokeObjectURL(url)
  }
}

function drawn(image: HTMLImageElement, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error(later.pictureTooLarge))
    }, 'image/png')
  })
}
