/**
 * Text with a position: what a StringIO, a BytesIO and an open file have in common. A leaf file of plain functions.
 *
 * Bytes are held as characters U+0000 … U+00FF, so that reading and writing exist once.
 */

export interface Stream {
  content: string;
  position: number;
}

export function readFrom(stream: Stream, count: number): string {
  const { content, position } = stream;
  const end = count < 0 ? content.length : Math.min(content.length, position + count);
  const part = content.slice(position, end);
  if (end > position) stream.position = end;
  return part;
}

/** Up to and including the next line break, or `limit` characters. */
export function readLine(stream: Stream, limit: number): string {
  const { content, position } = stream;
  const at = content.indexOf("\n", position);
  const end = at < 0 ? content.length : at + 1;
  return readFrom(stream, limit < 0 ? end - position : Math.min(limit, end - position));
}

/** Writes at the position, over what is there; a gap is filled with NUL. */
export function writeTo(stream: Stream, part: string): void {
  const { content, position } = stream;
  const before = content.length < position ? content.padEnd(position, "\0") : content.slice(0, position);
  stream.content = before + part + content.slice(position + part.length);
  stream.position = position + part.length;
}

export function truncateAt(stream: Stream, size: number): void {
  stream.content = stream.content.slice(0, size);
}
