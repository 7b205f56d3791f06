package lexicon

import "testing"

func TestFingerprint(t *testing.T) {
	if f := Fingerprint(); len(f) != 8 || f != Fingerprint() {
		t.Errorf("fingerprint %q", f)
	}
}
