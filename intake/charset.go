package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
)

// decode turns raw bytes into valid UTF-8 and names the encoding it found.
// declared is what the input says of itself (an HTTP header, a <meta>, an XML
// declaration), which is believed only where the bytes agree: byte-order marks
// and sound UTF-8 speak louder, and of several single-byte encodings the one
// wins under which the words are Arabic words.
func decode(raw []byte, declared string) (body, enc string, err error) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		if rest := raw[3:]; utf8.Valid(rest) {
			return checked(string(rest), "utf-8")
		}
		return checked(strings.ToValidUTF8(string(raw[3:]), "\ufffd"), "utf-8 (mended)")
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return utf16(raw, unicode.LittleEndian, unicode.ExpectBOM)
	}
	switch end, ok := guessUTF16(raw); {
	case ok:
		return utf16(raw, end, unicode.IgnoreBOM)
	case utf8.Valid(raw):
		return checked(string(raw), "utf-8")
	case mostlyUTF8(raw):
		return checked(strings.ToValidUTF8(string(raw), "\ufffd"), "utf-8 (mended)")
	case controls(raw):
		return "", "", notText()
	}
	return singleByte(raw, declared)
}

// checked refuses decoded text that is full of control characters.
func checked(s, enc string) (string, string, error) {
	if controls([]byte(s)) {
		return "", "", notText()
	}
	return s, enc, nil
}

func notText() *Refusal {
	return refuse(Binary, "export it as text or HTML and give that file", "is binary, not text")
}

// controls reports whether more than one byte in 200 is a control character
// that no text has. A single NUL in a long article is a fault, not a program.
func controls(b []byte) bool {
	n := 0
	for _, c := range b {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v' && c != 0x1b || c == 0x7f {
			n++
		}
	}
	return n*200 > len(b)
}

func utf16(raw []byte, end unicode.Endianness, bom unicode.BOMPolicy) (string, string, error) {
	out, err := unicode.UTF16(end, bom).NewDecoder().Bytes(raw)
	if err != nil {
		return "", "", &Refusal{Reason: Encoding, What: "starts as UTF-16 and is not", Advice: "save it as UTF-8", Err: err}
	}
	return checked(string(out), "utf-16")
}

// guessUTF16 finds UTF-16 without a mark: of Arabic and ASCII text nearly every
// second byte is 06 or 00, and no other encoding looks so.
func guessUTF16(raw []byte) (unicode.Endianness, bool) {
	b := raw[:min(len(raw), 4096)&^1]
	if len(b) < 8 {
		return unicode.LittleEndian, false
	}
	var high [2]int
	for i, c := range b {
		if c == 0x06 || c == 0 || c == 0x20 && b[i^1] <= 0x1f && b[i^1] >= 0x0c {
			high[i&1]++
		}
	}
	half := len(b) / 2
	switch {
	case high[1]*10 >= half*9 && high[0]*2 < half:
		return unicode.LittleEndian, true
	case high[0]*10 >= half*9 && high[1]*2 < half:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// mostlyUTF8 reports whether raw is UTF-8 with few broken places, as texts that
// were cut at a byte or pasted together are.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 20*bad
}

// declaredCharset is the charset of a Content-Type header, "" where it has none.
func declaredCharset(contentType string) string {
	low := strings.ToLower(contentType)
	i := strings.Index(low, "charset=")
	if i < 0 {
		return ""
	}
	v := strings.Trim(low[i+len("charset="):], "\"' ")
	if j := strings.IndexAny(v, "\"'; >/"); j >= 0 {
		v = v[:j]
	}
	return v
}

// singleByte picks among the encodings of one byte a letter.
func singleByte(raw []byte, declared string) (string, string, error) {
	type candidate struct {
		name string
		enc  encoding.Encoding
	}
	cands := []candidate{{"windows-1256", charmap.Windows1256}, {"iso-8859-6", charmap.ISO8859_6}}
	switch declared {
	case "x-mac-arabic", "macarabic", "x-macarabic", "mac-arabic":
		return checked(macArabic(raw), "x-mac-arabic")
	case "":
	default:
		if e, err := htmlindex.Get(declared); err == nil {
			name, _ := htmlindex.Name(e)
			if e != unicode.UTF8 && name != "windows-1256" && name != "iso-8859-6" {
				cands = append(cands, candidate{name, e})
			}
		}
	}
	best, bestScore, bestName := "", -1<<30, ""
	for _, c := range cands {
		out, err := c.enc.NewDecoder().Bytes(raw)
		if err != nil {
			continue
		}
		s := string(out)
		score := arabicLook(s)
		if strings.EqualFold(c.name, declared) {
			score++ // a tie goes to what was declared
		}
		if score > bestScore {
			best, bestScore, bestName = s, score, c.name
		}
	}
	// a few words may hold no frequent one; a long text without any is no Arabic
	if bestScore < 0 || bestScore <= 1 && len(raw) > 200 {
		return "", "", refuse(Encoding, "save it as UTF-8", "is in no encoding that gives Arabic words (tried UTF-8, UTF-16, windows-1256, ISO-8859-6)")
	}
	return checked(strings.ToValidUTF8(best, "\ufffd"), bestName)
}

// arabicLook scores how much s reads as Arabic: frequent words and the article
// count for it, letters without a meaning in the encoding against it.
func arabicLook(s string) int {
	s = s[:min(len(s), 64<<10)]
	score, bad := 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !arabicLetter(r) && r != utf8.RuneError }) {
		switch {
		case strings.ContainsRune(w, utf8.RuneError):
			bad++
		case commonArabic(w):
			score += 3
		case len(w) >= 8 && (strings.HasPrefix(w, "ال") || strings.HasPrefix(w, "وال") || strings.HasPrefix(w, "بال")):
			score += 2
		}
	}
	for _, r := range s {
		if r >= 0x80 && r < 0xa0 {
			bad++
		}
	}
	return score - 4*bad
}

// macArabic decodes the Arabic encoding of the classic Macintosh, which
// golang.org/x/text does not have. Source: Apple's ARABIC.TXT mapping table.
func macArabic(raw []byte) string {
	const upper = "Ä\u00a0ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü" +
		" !\"#$٪&'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟" +
		"❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_" +
		"ـفقكلمنهوىيًٌٍَُِّْپٹچەڤگڈڑ{|}ژے"
	table := []rune(upper)
	var b strings.Builder
	b.Grow(2 * len(raw))
	for _, c := range raw {
		if c < 0x80 {
			b.WriteByte(c)
		} else {
			b.WriteRune(table[c-0x80])
		}
	}
	return b.String()
}
