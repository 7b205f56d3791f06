package record

import (
	"slices"
	"strings"
)

// run is how many words make a run; two texts are as alike as the runs that
// they have in common.
const run = 3

// keptRuns is how many of a text's runs are remembered: all of a sentence of
// normal length.
const keptRuns = 40

// runsOf hashes each run of three words, in order and once.
func runsOf(ws []string) []uint32 {
	var out []uint32
	for i := 0; i+run <= len(ws); i++ {
		h := uint64(14695981039346656037)
		for _, w := range ws[i : i+run] {
			for j := range len(w) {
				h = (h ^ uint64(w[j])) * 1099511628211
			}
			h = (h ^ ' ') * 1099511628211
		}
		h ^= h >> 33
		h *= 0xff51afd7ed558ccd
		out = append(out, uint32(h>>40))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// least are the least runs, which are the same few of any two texts.
func least(runs []uint32) []uint32 { return runs[:min(len(runs), keptRuns)] }

// orders is how many orders minima puts runs in.
const orders = 6

// minima are the least runs under each of several orders: two texts that share
// seven tenths of their runs share one of six with a chance of 999 in 1,000.
func minima(runs []uint32) (least [orders]uint32) {
	for i := range least {
		best := ^uint32(0)
		for _, r := range runs {
			best = min(best, (r^uint32(i)*0x9e3779b9)*0x85ebca6b)
		}
		least[i] = best
	}
	return least
}

// common is the share of the runs of the shorter text that the longer has, and
// of all runs of both that both have.
func common(a, b []uint32) (ofShorter, ofBoth float64) {
	if len(a) == 0 || len(b) == 0 {
		return 0, 0
	}
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return float64(n) / float64(min(len(a), len(b))), float64(n) / float64(len(a)+len(b)-n)
}

// overlap counts the common elements of two sorted lists.
func overlap(a, b []int64) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// firstLast are the given name and the last word of a folded name. A name of
// two words (عبد الله, أبو بكر) is one.
func firstLast(name string) (first, last string) {
	ns := strings.Fields(name)
	if len(ns) == 0 {
		return "", ""
	}
	first, last = ns[0], ns[len(ns)-1]
	switch first {
	case "عبد", "ابو", "ام", "ابن", "بن", "ال":
		if len(ns) > 2 {
			first += " " + ns[1]
		}
	}
	return first, last
}
