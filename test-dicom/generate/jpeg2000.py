#!/usr/bin/env python3
"""Makes src/test/resources/org/tandem/codec/jpeg2000: codestreams of JPEG 2000 and HTJ2K, and what they decode to.

Made with opj_compress 2.5.0 (Debian libopenjp2-tools) and imagecodecs 2026.3.6 (openjpeg 2.5.4, openjph 0.26.3), which also
judges: a lossless codestream has to give the image back in its hands, else nothing is written. Synthetic images only.
fixtures.tsv: file, rows, columns, samples, bits, signed, greatest error allowed, SHA-256 of the samples as 32-bit little
endian (lossless), or - where FILE.bin holds the judge's samples as 16-bit little endian (lossy).
"""

import hashlib
import pathlib
import random
import struct
import subprocess
import tempfile

import imagecodecs
import numpy as np

OUT = pathlib.Path(__file__).resolve().parents[2] / "src/test/resources/org/tandem/codec/jpeg2000"


def image(rows, columns, samples, bits, signed=False):
    """Slopes with a texture; not smooth enough to leave any plane of bits empty."""
    y, x, c = np.mgrid[0:rows, 0:columns, 0:samples]
    top = (1 << bits) - 1
    slope = (x * 37 + y * 23 + x * y // 3 + c * 41) * top // 4000
    texture = ((x * 73) ^ (y * 151) ^ c) % 17 * top // 255
    return (slope + texture) % (top + 1) - (1 << bits - 1 if signed else 0)


def opj(pixels, bits, options, signed=False, subsampled=False):
    rows, columns, samples = pixels.shape
    kind = ("<i" if signed else "<u") + ("1" if bits <= 8 else "2")
    planes = [pixels[..., c] for c in range(samples)]
    raw = f"{columns},{rows},{samples},{bits},{'s' if signed else 'u'}"
    if subsampled:
        planes[1:3] = [plane[::2, ::2] for plane in planes[1:3]]
        raw += "@1x1:2x2:2x2:1x1"
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder) / "in.rawl", pathlib.Path(folder) / "out.j2k"
        source.write_bytes(b"".join(plane.astype(kind).tobytes() for plane in planes))
        command = ["opj_compress", "-i", source, "-o", target, "-F", raw, *options.split()]
        subprocess.run(command, check=True, capture_output=True)
        return target.read_bytes()


def dtype(bits, signed):
    return np.dtype(("int" if signed else "uint") + ("8" if bits <= 8 else "16"))


def ht(pixels, bits, signed=False, **options):
    array = np.squeeze(pixels.astype(dtype(bits, signed)), 2) if pixels.shape[2] == 1 else pixels.astype(dtype(bits, signed))
    return imagecodecs.htj2k_encode(array, **options)


class HeaderBits:
    """Bits of packet headers: after a byte of FF the next one has seven."""

    def __init__(self, data=b""):
        self.data, self.at, self.byte, self.left = bytearray(data), 0, 0, 0

    def read(self, count):
        value = 0
        for _ in range(count):
            if self.left == 0:
                self.left, self.byte, self.at = 7 if self.byte == 0xFF else 8, self.data[self.at], self.at + 1
            self.left -= 1
            value = value << 1 | self.byte >> self.left & 1
        return value

    def write(self, value, count):
        for i in reversed(range(count)):
            if self.left == 0:
                self.left = 7 if self.data[-1:] == b"\xff" else 8
                self.data.append(0)
            self.left -= 1
            self.data[-1] |= (value >> i & 1) << self.left


def refined(passes, causal):
    """One code-block whose cleanup pass is openjph's, taken as one plane higher, and whose refinement bits are random: openjph
    writes no refinement passes itself."""
    code = ht(128 + 3 * (image(40, 52, 1, 8) % 7 == 0), 8, reversible=True, resolutions=1)  # sparse
    packet = code[code.index(b"\xff\x93") + 2 :]  # of the lower resolution, 20 by 26
    header = HeaderBits(packet)
    assert header.read(2) == 3  # the packet is not empty, its only block is there
    planes, width = 0, 3
    while header.read(1) == 0:
        planes += 1
    assert planes > 0 and header.read(1) == 0  # one pass
    while header.read(1) == 1:
        width += 1
    length = header.read(width)
    start = header.at + (header.byte == 0xFF)
    refinement = bytes(random.Random(passes).choices(range(0x7F), k=60))
    header = HeaderBits()
    header.write(3, 2)
    header.write(1, planes)  # one plane less is missing
    header.write(*((0b10, 2) if passes == 2 else (0b1100, 4)))
    header.write((1 << 7) - 2, 7)  # lengths of 9 bits
    header.write(length, 9)
    header.write(len(refinement), 9 if passes == 2 else 10)
    packet = bytes(header.data) + packet[start : start + length] + refinement
    siz = struct.pack(">HHHIIIIIIIIHBBB", 0xFF51, 41, 0x4000, 26, 20, 0, 0, 26, 20, 0, 0, 1, 7, 1, 1)
    cap = code[code.index(b"\xff\x50") : code.index(b"\xff\x52")]
    cod = struct.pack(">HHBBHBBBBBB", 0xFF52, 12, 0, 2, 1, 0, 0, 4, 4, 0x48 if causal else 0x40, 1)
    qcd = code[code.index(b"\xff\x5c") :]
    qcd = struct.pack(">HHBB", 0xFF5C, 4, qcd[4], qcd[5])
    sot = struct.pack(">HHHIBBH", 0xFF90, 10, 0, 14 + len(packet), 0, 1, 0xFF93)
    return b"\xff\x4f" + siz + cap + cod + qcd + sot + packet + b"\xff\xd9"


ROWS = []


def lossless(name, code, pixels, bits, signed=False, judged=True):
    if judged:
        decode = imagecodecs.htj2k_decode if name.startswith("ht") else imagecodecs.jpeg2k_decode
        assert (decode(code).reshape(pixels.shape) == pixels).all(), name
    digest = hashlib.sha256(pixels.astype("<i4").tobytes()).hexdigest()
    add(name, code, pixels, bits, signed, 0, digest)


def lossy(name, code, pixels, bits, signed=False):
    decode = imagecodecs.htj2k_decode if name.startswith("ht") else imagecodecs.jpeg2k_decode
    judged = decode(code).reshape(pixels.shape)
    (OUT / f"{name}.bin").write_bytes(judged.astype("<i2").tobytes())
    add(name, code, pixels, bits, signed, 1, "-")


def add(name, code, pixels, bits, signed, error, digest):
    (OUT / f"{name}.j2k").write_bytes(code)
    if name.startswith("ht"):  # the encoder is told of no bits but those of the array
        bits = 8 if bits <= 8 else 16
    ROWS.append([name, *pixels.shape, bits, str(signed).lower(), error, digest])


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    grey = image(24, 32, 1, 12)
    for order in ("LRCP", "RLCP", "RPCL", "PCRL", "CPRL"):
        options = f"-p {order} -n 3 -c [16,16],[8,8] -b 8,8 -r 8,4,1 -SOP -EPH"
        lossless(f"order-{order.lower()}", opj(grey, 12, options), grey, 12)
    styles = {"bypass": 1, "reset": 2, "terminate": 4, "causal": 8, "predictable": 16, "segmentation": 32, "all": 63}
    for style, mode in styles.items():
        lossless(f"style-{style}", opj(grey, 12, f"-n 2 -M {mode}"), grey, 12)
    for bits, signed in ((2, False), (8, False), (8, True), (12, True), (16, False), (16, True)):
        pixels = image(13, 17, 1, bits, signed)
        name = f"{bits}-{'signed' if signed else 'unsigned'}"
        lossless(f"bits-{name}", opj(pixels, bits, "-n 3", signed), pixels, bits, signed)
        if bits > 2:
            lossless(f"ht-bits-{name}", ht(pixels, bits, signed, reversible=True), pixels, bits, signed)
    for rows, columns in ((1, 1), (1, 9), (9, 1), (2, 3)):
        pixels = image(rows, columns, 1, 8)
        lossless(f"size-{rows}x{columns}", opj(pixels, 8, "-n 1"), pixels, 8)
        lossless(f"ht-size-{rows}x{columns}", ht(pixels, 8, reversible=True, resolutions=5), pixels, 8)
    tiled = image(45, 70, 1, 8)
    lossless("tiles", opj(tiled, 8, "-t 32,32 -n 3 -d 5,3 -TP R"), tiled, 8)
    colour = image(13, 17, 3, 8)
    lossless("colour-rct", opj(colour, 8, "-n 3"), colour, 8)
    lossless("colour-none", opj(colour, 8, "-n 3 -mct 0"), colour, 8)
    lossy("colour-ict", opj(colour, 8, "-n 3 -I -r 3"), colour, 8)
    lossy("grey-97", opj(grey, 12, "-n 3 -I -r 3"), grey, 12)
    lossy("grey-53-layers", opj(grey, 12, "-n 3 -r 9,5"), grey, 12)
    lossy("tiles-97", opj(tiled, 8, "-t 33,32 -n 4 -I -r 4"), tiled, 8)
    lossless("ht-colour-rct", ht(colour, 8, reversible=True), colour, 8)
    lossy("ht-colour-ict", ht(colour, 8, reversible=False, level=0.01), colour, 8)
    lossy("ht-grey-97", ht(grey, 12, reversible=False, level=0.002), grey, 12)
    for passes, causal in ((2, False), (3, False), (3, True)):
        code = refined(passes, causal)  # openjpeg reads what openjph does not write
        judged = imagecodecs.jpeg2k_decode(code)[..., np.newaxis].astype(int)
        lossless(f"ht-refined-{passes}{'-causal' if causal else ''}", code, judged, 8, judged=False)
    region = image(32, 32, 1, 8)
    lossless("region", opj(region, 8, "-n 3 -ROI c=0,U=11"), region, 8, judged=False)
    subsampled = image(14, 18, 4, 8)
    code = opj(subsampled, 8, "-n 2 -mct 0", subsampled=True)
    for c in (1, 2):
        subsampled[..., c] = np.repeat(np.repeat(subsampled[::2, ::2, c], 2, 0), 2, 1)
    lossless("subsampled", code, subsampled, 8, judged=False)
    (OUT / "fixtures.tsv").write_text("".join("\t".join(map(str, row)) + "\n" for row in ROWS))


if __name__ == "__main__":
    main()
