import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readModel, writeModel } from '../../utils/analysis/model';
import { createReader } from '../../utils/analysis/reader';
import { modelBytes } from './model';

describe('the model file', () => {
  it('is what the size allows: all heads within 400 kB packed', () => {
    expect(gzipSync(new Uint8Array(modelBytes())).length).toBeLessThan(400 * 1024);
  });

  it('comes back byte for byte', () => {
    const bytes = new Uint8Array(modelBytes());
    expect(Buffer.compare(Buffer.from(writeModel(readModel(modelBytes()))), Buffer.from(bytes))).toBe(0);
  });

  it('is refused when it is none, cut short, or trained for other code', () => {
    expect(() => readModel(new ArrayBuffer(4))).toThrow(TypeError);
    expect(() => readModel(modelBytes().slice(0, 20_000))).toThrow();
    expect(() => createReader({ ...readModel(modelBytes()), signals: ['other'] })).toThrow(TypeError);
  });
});
