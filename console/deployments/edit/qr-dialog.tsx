import { Download } from 'lucide-react';
import { useMemo } from 'react';
import { encode, renderSVG } from 'uqr';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';

/** A link to print or to hold a phone's camera at. */
export function QrDialog({ name, url, onClose }: { name: string; url: string; onClose: () => void }) {
  const { data, size } = useMemo(() => encode(url, { ecc: 'M', border: 2 }), [url]);
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`QR code of ${name}`}
      description={<span className="break-all">{url}</span>}
      size="narrow"
    >
      <svg
        role="img"
        aria-label={`QR code that leads to ${url}`}
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
        className="mx-auto w-full max-w-64 rounded-lg bg-white"
      >
        <path d={path} fill="#000000" />
      </svg>
      <DialogActions>
        <Button onClick={() => download(`${name}.svg`, renderSVG(url, { ecc: 'M', border: 2 }))}>
          <Download aria-hidden />
          Download as SVG
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function download(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
