// A stretch of a zip as a stream, inflated or as it is.
import type { Readable } from 'node:stream';
import type { ZipFile } from 'yauzl';

/** Where the bytes are and whether they are deflated. */
export interface ZipStretch {
  readonly dataStart: number;
  readonly compressedBytes: number;
  readonly deflated: boolean;
}

/** Opens the stretch; neither size nor check sum is looked at. */
export function openZipStream(zip: ZipFile, stretch: ZipStretch): Promise<Readable> {
  const { dataStart, compressedBytes, deflated } = stretch;
  // yauzl 3.4.0: openReadStreamLowLevelPromise calls another function than its name says, so the callback form is used.
  return new Promise((resolve, reject) => {
    zip.openReadStreamLowLevel(
      dataStart,
      compressedBytes,
      0,
      compressedBytes,
      deflated,
      null,
      (error, stream) => (error === null ? resolve(stream) : reject(error)),
    );
  });
}
