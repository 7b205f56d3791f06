package text

import "unicode/utf8"

// stride is how many bytes lie between two remembered positions: small enough
// that a conversion reads few bytes, large enough that the table stays small.
const stride = 256

// Offsets converts byte offsets of one text to code points and UTF-16 units
// and back. It costs one pass over the text and a table of a 16th of its size.
type Offsets struct {
	src    string
	points []int // code points before byte i*stride (rounded down to a rune's start)
	units  []int // UTF-16 units before the same place
}

// NewOffsets indexes src. Bytes that are not UTF-8 count as one code point each.
func NewOffsets(src string) *Offsets {
	o := &Offsets{src: src}
	o.points = make([]int, 0, len(src)/stride+1)
	o.units = make([]int, 0, len(src)/stride+1)
	points, units, next := 0, 0, 0
	for i, r := range src {
		for i >= next {
			o.points = append(o.points, points)
			o.units = append(o.units, units)
			next += stride
		}
		points++
		units += utf16Len(r)
	}
	return o
}

// utf16Len is the number of UTF-16 units of r; a broken byte counts as one.
func utf16Len(r rune) int {
	if r >= 0x10000 {
		return 2
	}
	return 1
}

// runeAtOrAfter is the first rune start at or after byte b.
func (o *Offsets) runeAtOrAfter(b int) int {
	for b < len(o.src) && !utf8.RuneStart(o.src[b]) {
		b++
	}
	return b
}

// count returns code points and UTF-16 units before byte b.
func (o *Offsets) count(b int) (points, units int) {
	if b <= 0 || len(o.src) == 0 {
		return 0, 0
	}
	b = min(b, len(o.src))
	k := min(b/stride, len(o.points)-1)
	points, units = o.points[k], o.units[k]
	at := o.runeAtOrAfter(k * stride)
	for _, r := range o.src[min(at, b):b] {
		points++
		units += utf16Len(r)
	}
	return points, units
}

// Point is the number of code points before byte offset b.
func (o *Offsets) Point(b int) int { p, _ := o.count(b); return p }

// UTF16 is the number of UTF-16 units before byte offset b.
func (o *Offsets) UTF16(b int) int { _, u := o.count(b); return u }

// Byte is the byte offset of the code point p; past the end it is len(src).
func (o *Offsets) Byte(p int) int {
	if p <= 0 || len(o.points) == 0 {
		return 0
	}
	lo, hi := 0, len(o.points)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if o.points[mid] <= p {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	at, seen := o.runeAtOrAfter(lo*stride), o.points[lo]
	for i := range o.src[at:] {
		if seen == p {
			return at + i
		}
		seen++
	}
	return len(o.src)
}

// Points converts a span of bytes to a half-open range of code points.
func (o *Offsets) Points(s Span) (start, end int) { return o.Point(s.Start), o.Point(s.End) }

// Span converts a half-open range of code points to a span of bytes.
func (o *Offsets) Span(start, end int) Span { return Span{o.Byte(start), o.Byte(end)} }
