"use client";

import { useEffect, useState } from "react";

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  readonly className?: string;
}

/** Black on white in every theme, with the quiet zone a camera needs; one path, so that it prints and scales. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const [code, setCode] = useState<{ size: number; path: string } | null>(null);

  useEffect(() => {
    let isOver = false;
    void import("qrcode").then(({ default: qrcode }) => {
      const { modules } = qrcode.create(text, { errorCorrectionLevel: "M" });
      if (!isOver) setCode({ size: modules.size, path: pathOf(modules) });
    });
    return () => {
      isOver = true;
    };
  }, [text]);

  const size = code?.size ?? 29;
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`}
      role="img"
      aria-label={label}
      className={className}
    >
      <rect
        x={-QUIET}
        y={-QUIET}
        width={size + 2 * QUIET}
        height={size + 2 * QUIET}
        rx={1}
        className="fill-qr-paper"
      />
      {code ? <path d={code.path} className="fill-qr-ink" shapeRendering="crispEdges" /> : null}
    </svg>
  );
}

const QUIET = 3;

function pathOf({ size, data }: { readonly size: number; readonly data: ArrayLike<number> }): string {
  const parts: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (data[y * size + x]) parts.push(`M${x} ${y}h1v1h-1z`);
  }
  return parts.join("");
}
