package store

import (
	"bytes"
	"strings"
	"testing"
)

func TestInflateDamaged(t *testing.T) {
	whole := Deflate([]byte(strings.Repeat("وادي القمر ", 100)))
	for name, b := range map[string][]byte{"cut": whole[:len(whole)/2], "unknown way": {9, 1, 2}} {
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
		Inflate(b) // must not panic
	})
}

func BenchmarkDeflate(b *testing.B) {
	src := []byte(strings.Repeat("قال رئيس الوفد سالم الأحمر إن المحادثات ستستمر حتى النهاية. ", 60))
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		Deflate(src)
	}
}
