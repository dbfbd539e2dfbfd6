/**
 * A picture that was chosen, made into one that the server takes: whatever the browser can read
 * goes upright, as a JPEG of at most 2048 px, unless it is small and of the server's kinds already.
 *
 * Not here: showing it (`composer`), cutting it to the world's shape (`worldgen/media/images.py`).
 */

const MOST_PX = 2048; // on the longer side
const MOST_BYTES = 10_000_000;
const QUALITY = 0.92;
const KINDS = ["image/png", "image/jpeg", "image/webp"];
const SHAPE = 16 / 9; // of what is seen of it

/** {data, width, height}: what is to be sent, of a picture that large; or {problem}, in words. */
export async function readied(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return unread(file);
  const { width, height } = picture;
  const isSmall = file.size <= MOST_BYTES && Math.max(width, height) <= MOST_PX;
  const data = isSmall && KINDS.includes(file.type) ? file : await asJpeg(picture);
  picture.close();
  return { data, width, height };
}

/** The middle that is seen of a picture that large, as shares of its sides: {across, down}. */
export function seenOf(width, height) {
  const across = Math.min((SHAPE * height) / width, 1);
  return { across, down: Math.min(width / height / SHAPE, 1) };
}

/** What the browser cannot read the server may, or it says what it is. */
function unread(file) {
  const asOurs = "please save it as PNG, JPEG or WebP";
  if (file.size > MOST_BYTES) {
    const most = `at most ${megabytes(MOST_BYTES)} of what this browser cannot read can be taken`;
    return { problem: `The picture has ${megabytes(file.size)}; ${most}.` };
  }
  if (file.type.startsWith("image/") && !KINDS.includes(file.type)) {
    return { problem: `This browser cannot read ${file.type.slice(6).toUpperCase()}; ${asOurs}.` };
  }
  return { data: file };
}

function asJpeg(picture) {
  const scale = Math.min(MOST_PX / Math.max(picture.width, picture.height), 1);
  const [width, height] = [picture.width, picture.height].map((px) => Math.max(Math.round(px * scale), 1));
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff"; // what is transparent becomes white, as on the server
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, width, height);
  return canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
