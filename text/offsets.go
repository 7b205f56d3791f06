package text

import "unicode/utf8"

// stride is how many bytes lie between two remembered positions: small enough
// that a conversion reads few bytes, large enough that the table stays small.
const stride = 128

// Offsets converts byte offsets of one text to code points and UTF-16 units
// and back. It costs one pass over the text and a table of a fifth of its size.
type Offsets struct {
	src   string
	table []place // of the first code point at or after each byte i*stride
	valid bool    // src is UTF-8 throughout
}

// place is where a code point begins: its byte, and the code points and UTF-16
// units before it.
type place struct{ at, points, units int }

// NewOffsets indexes src. Bytes that are not UTF-8 count as one code point each.
func NewOffsets(src string) *Offsets {
	o := &Offsets{src: src, valid: utf8.ValidString(src), table: make([]place, 0, len(src)/stride+1)}
	points, units, next := 0, 0, 0
	for i, r := range src {
		for i >= next {
			o.table = append(o.table, place{i, points, units})
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

// before is the last remembered place that byte b, of the text, does not stand
// before.
func (o *Offsets) before(b int) place {
	k := min(b/stride, len(o.table)-1)
	for k > 0 && o.table[k].at > b {
		k--
	}
	return o.table[k]
}

// count returns code points and UTF-16 units before byte b.
func (o *Offsets) count(b int) (points, units int) {
	if b <= 0 || len(o.src) == 0 {
		return 0, 0
	}
	b = min(b, len(o.src))
	from := o.before(b)
	points, units = from.points, from.units
	for _, r := range o.src[from.at:b] {
		points++
		units += utf16Len(r)
	}
	return points, units
}

// Point is the number of code points before byte offset b.
func (o *Offsets) Point(b int) int {
	if !o.valid || b >= len(o.src) || b <= 0 || !utf8.RuneStart(o.src[b]) {
		p, _ := o.count(b)
		return p
	}
	from := o.before(b)
	p := from.points
	for _, c := range []byte(o.src[from.at:b]) {
		if c&0xc0 != 0x80 { // every other byte goes on with a code point
			p++
		}
	}
	return p
}

// UTF16 is the number of UTF-16 units before byte offset b.
func (o *Offsets) UTF16(b int) int { _, u := o.count(b); return u }

// Byte is the byte offset of the code point p; past the end it is len(src).
func (o *Offsets) Byte(p int) int {
	if p <= 0 || len(o.table) == 0 {
		return 0
	}
	lo, hi := 0, len(o.table)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if o.table[mid].points <= p {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	at, seen := o.table[lo].at, o.table[lo].points
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
