package store

import (
	"encoding/binary"
	"errors"
	"sync"
)

// What is packed with each article and unpacked with each page is packed by
// repeats alone, as LZ4's blocks are (github.com/lz4/lz4, lz4_Block_format.md):
// some tenths larger than deflate makes it, and ten times as fast both ways. A
// length comes first: the bytes that were packed, a varint.

const (
	lzLeast  = 4       // bytes of a repeat
	lzFar    = 1 << 16 // how far back one may lie
	lzBits   = 13
	lzEnd    = 5  // the last bytes are always literal
	lzMargin = 12 // and no repeat begins in these
)

// lzTables are where in the source a hash of four bytes was seen last, plus one.
var lzTables = sync.Pool{New: func() any { return new([1 << lzBits]int32) }}

func lzHash(v uint32) uint32 { return v * 2654435761 >> (32 - lzBits) }

// squeeze appends src, packed, to dst.
func squeeze(dst, src []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(src)))
	table := lzTables.Get().(*[1 << lzBits]int32)
	defer lzTables.Put(table)
	clear(table[:])
	literal, missed := 0, 0
	for i := 0; i < len(src)-lzMargin; {
		v := binary.LittleEndian.Uint32(src[i:])
		h := lzHash(v)
		at := int(table[h]) - 1
		table[h] = int32(i + 1)
		if at < 0 || i-at >= lzFar || binary.LittleEndian.Uint32(src[at:]) != v {
			missed++
			i += 1 + missed>>6 // what does not repeat is passed over faster and faster
			continue
		}
		missed = 0
		n := lzLeast
		for i+n < len(src)-lzEnd && src[at+n] == src[i+n] {
			n++
		}
		for i > literal && at > 0 && src[i-1] == src[at-1] {
			i, at, n = i-1, at-1, n+1
		}
		dst = lzSequence(dst, src[literal:i], n, i-at)
		i += n
		literal = i
		if j := i - 2; j < len(src)-lzMargin {
			table[lzHash(binary.LittleEndian.Uint32(src[j:]))] = int32(j + 1)
		}
	}
	return lzSequence(dst, src[literal:], 0, 0)
}

// lzSequence appends literals and a repeat of n bytes that lies back; the last
// sequence has no repeat.
func lzSequence(dst, literals []byte, n, back int) []byte {
	token := byte(min(len(literals), 15)) << 4
	if n > 0 {
		token |= byte(min(n-lzLeast, 15))
	}
	dst = lzLength(append(dst, token), len(literals))
	dst = append(dst, literals...)
	if n == 0 {
		return dst
	}
	return lzLength(append(dst, byte(back), byte(back>>8)), n-lzLeast)
}

// lzLength appends what of a length does not go into four bits.
func lzLength(dst []byte, n int) []byte {
	if n < 15 {
		return dst
	}
	for n -= 15; n >= 255; n -= 255 {
		dst = append(dst, 255)
	}
	return append(dst, byte(n))
}

var errSqueezed = errors.New("a packed value is damaged")

// unsqueeze unpacks what squeeze packed. Damaged bytes are an error; they
// never cost more memory than 255 times their own.
func unsqueeze(b []byte) ([]byte, error) {
	total, size := binary.Uvarint(b)
	if size <= 0 || total > uint64(len(b))*255 {
		return nil, errSqueezed
	}
	b = b[size:]
	out := make([]byte, 0, total)
	for len(b) > 0 {
		token := b[0]
		var n int
		var ok bool
		if n, b, ok = lzReadLength(b[1:], int(token>>4)); !ok || n > len(b) || uint64(len(out)+n) > total {
			return nil, errSqueezed
		}
		out = append(out, b[:n]...)
		if b = b[n:]; len(b) == 0 {
			break
		}
		if len(b) < 2 {
			return nil, errSqueezed
		}
		back := int(b[0]) | int(b[1])<<8
		if n, b, ok = lzReadLength(b[2:], int(token&15)); !ok {
			return nil, errSqueezed
		}
		n += lzLeast
		if back == 0 || back > len(out) || uint64(len(out)+n) > total {
			return nil, errSqueezed
		}
		if from := len(out) - back; back >= n {
			out = append(out, out[from:from+n]...)
		} else {
			for range n { // a repeat that runs into itself
				out = append(out, out[len(out)-back])
			}
		}
	}
	if uint64(len(out)) != total {
		return nil, errSqueezed
	}
	return out, nil
}

func lzReadLength(b []byte, n int) (int, []byte, bool) {
	if n < 15 {
		return n, b, true
	}
	for i, c := range b {
		n += int(c)
		if c < 255 {
			return n, b[i+1:], true
		}
	}
	return 0, nil, false
}
