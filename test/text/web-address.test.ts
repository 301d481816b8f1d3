import { expect, test } from 'vitest'
import { isWebAddress } from '../../src/text/web-address.ts'

test.each([
  'http://a.example',
  'https://a.example/b?c#d',
  'HTTPS://A.EXAMPLE/',
  'http://127.0.0.1:1/',
  'https://[::1]/',
])('%s is one', (address) => expect(isWebAddress(address)).toBe(true))

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'JaVaScRiPt://https://a.example/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://a.example/1',
  'file:///etc/passwd',
  'ftp://a.example/',
  'mailto:a@a.example',
  '//a.example/',
  'a.example',
  'https:a.example',
  'https:/a.example',
  'https://',
  'https://ada@a.example/',
  'https://:secret@a.example/',
  'https://ada:secret@a.example/',
  ' https://a.example/',
  'view-source:https://a.example/',
  'see https://a.example/',
  'https://a.example/\nWarning: b',
  'https://a.example/\n',
  'https://a.\texample/\r',
  '',
])('%j is none', (address) => expect(isWebAddress(address)).toBe(false))
