package intake

import (
	"errors"
	"strings"
	"testing"
)

func TestDecode(t *testing.T) {
	// «سلام في القمر» in the encoding of the classic Macintosh
	mac := "\xd3\xe4\xc7\xe5 \xe1\xea \xc7\xe4\xe2\xe5\xd1 \xb1\xb2"
	utf16 := func(s string, high, low int) string {
		var b strings.Builder
		for _, r := range s {
			pair := [2]byte{}
			pair[high], pair[low] = byte(r>>8), byte(r)
			b.Write(pair[:])
		}
		return b.String()
	}
	for _, c := range []struct{ name, raw, declared, want, enc string }{
		{"mac", mac, "x-mac-arabic", "سلام في القمر ١٢", "x-mac-arabic"},
		{"mark", "\xef\xbb\xbfسلام", "windows-1256", "سلام", "utf-8"},
		{"utf-8 declared otherwise", article, "windows-1252", article, "utf-8"},
		{"little endian without a mark", utf16(article, 1, 0), "", article, "utf-16"},
		{"big endian without a mark", utf16(article, 0, 1), "utf-8", article, "utf-16"},
		{"cut at a byte", article[:len(article)-2], "", strings.ToValidUTF8(article[:len(article)-2], "\ufffd"), ""},
		{"a broken byte", article + "\xff", "", article + "\ufffd", "utf-8 (mended)"},
		{"a stray NUL", article + "\x00", "", article + "\x00", "utf-8"},
		{"ASCII", "plain", "", "plain", "utf-8"},
	} {
		got, enc, err := decode([]byte(c.raw), c.declared)
		if err != nil || got != c.want || c.enc != "" && enc != c.enc {
			t.Errorf("%s: %.40q in %s, %v", c.name, got, enc, err)
		}
	}
	for name, c := range map[string]struct {
		raw string
		why Reason
	}{
		"program": {"\x00\x01\x02\x03\x04\x05\x06\x07", Binary}, "noise": {strings.Repeat("\x90\x81\xfe\xd7", 80), Encoding},
	} {
		_, _, err := decode([]byte(c.raw), "")
		var r *Refusal
		if !errors.As(err, &r) || r.Reason != c.why {
			t.Errorf("%s: %v", name, err)
		}
	}
}
