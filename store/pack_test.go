package store

import (
	"bytes"
	"strings"
	"testing"
)

func TestInflateDamaged(t *testing.T) {
	whole := Deflate([]byte(strings.Repeat("وادي القمر ", 100)))
	squeezed := Squeeze([]byte(strings.Repeat("وادي القمر ", 100)))
	for name, b := range map[string][]byte{"cut": whole[:len(whole)/2], "squeezed and cut": squeezed[:len(squeezed)/2], "too long": {packedSqueeze, 255, 255, 255, 255, 15, 0}, "unknown way": {9, 1, 2}} {
		if _, err := Inflate(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzInflate(f *testing.F) {
	f.Add([]byte("قال"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := Inflate(Deflate(b))
		if err != nil || !bytes.Equal(got, b) && len(b) > 0 {
			t.Errorf("%q came back as %q, %v", b, got, err)
		}
		if got, err = Inflate(Squeeze(b)); err != nil || !bytes.Equal(got, b) && len(b) > 0 {
			t.Errorf("%q came back from a squeeze as %q, %v", b, got, err)
		}
		Inflate(b) // must not panic
		Inflate(append([]byte{packedSqueeze}, b...))
	})
}

func TestSqueezeLong(t *testing.T) {
	for _, src := range []string{strings.Repeat("ا", 70_000), strings.Repeat("وادي القمر ", 30_000), strings.Repeat("x", 13), strings.Repeat("ab", 300) + strings.Repeat("بعد", 90_000)} {
		b := Squeeze([]byte(src))
		if got, err := Inflate(b); err != nil || string(got) != src || len(b) > len(src)/20+20 {
			t.Errorf("%d bytes came back as %d by %d, %v", len(src), len(got), len(b), err)
		}
	}
}

func BenchmarkSqueeze(b *testing.B) {
	src := []byte(strings.Repeat("قال رئيس الوفد سالم الأحمر إن المحادثات ستستمر حتى النهاية. ", 60))
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Squeeze(src)
	}
}

func BenchmarkDeflate(b *testing.B) {
	src := []byte(strings.Repeat("قال رئيس الوفد سالم الأحمر إن المحادثات ستستمر حتى النهاية. ", 60))
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Deflate(src)
	}
}
