/* The figures of the blocks' own texts: the twin of cleaner/scoring/text_figures.py. */

#include <math.h>

#include "judge.h"
#include "letters.h"
#include "pieces.h"

#define LINE_CHARS 20 /* a line up to so many is too short to be looked for in a text */
#define DESCRIBED_CHARS 100
#define STATED_CHARS 80

static int is_closer(Py_UCS4 c)
{
    return c == '"' || c == '\'' || c == 0x201d || c == 0x2019 || c == 0xbb || c == ')' || c == ']' || c == 0x300d ||
           c == 0x300f || c == 0xff09;
}

static void look_at_text(const PageBlock *block, Facts *fact)
{
    PyObject *text = block->text;
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    Counts found;
    text_counts(text, &found);
    Py_UCS4 last = PyUnicode_READ_CHAR(text, length - 1);
    if (is_closer(last) && length > 1)
        last = PyUnicode_READ_CHAR(text, length - 2);
    fact->size = log(1.0 + (double)(length + found.wide));
    fact->words = (double)(found.spaces + 1) + (double)found.wide / 2.0;
    fact->link_share = (double)block->link_chars / (double)length;
    fact->ends = (int)found.ends;
    fact->commas = (int)found.commas;
    fact->lines = (int)found.lines;
    fact->ends_sentence = ends_sentence(last) != 0;
    fact->digits = found.words ? (double)found.digits / (double)found.words : -1.0;
    fact->capitals = found.words ? (double)found.capitals / (double)found.words : -1.0;
}

/* Numbers equal texts alike, counts them, and finds the first of each that stands. */
static int look_for_twins(Look *look)
{
    const PageData *page = &look->page;
    look->text = PyMem_Malloc((size_t)page->blocks * sizeof(int));
    if (look->text == NULL)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = 0; at < page->blocks; at++)
        if ((look->text[at] = strings_number(&look->texts, page->block[at].text)) < 0)
            return -1;
    look->copies = PyMem_Calloc((size_t)look->texts.count + 1, sizeof(int));
    look->first = PyMem_Malloc(((size_t)look->texts.count + 1) * sizeof(int));
    if (look->copies == NULL || look->first == NULL)
        return PyErr_NoMemory(), -1;
    for (Py_ssize_t at = page->blocks; at-- > 0;) {
        look->copies[look->text[at]]++;
        if (page->block[at].stands)
            look->first[look->text[at]] = (int)at;
    }
    return 0;
}

/* The beginning of a text, its case folded if that is asked for. */
static PyObject *beginning(PyObject *text, Py_ssize_t chars, int folded)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(text) < chars ? PyUnicode_GET_LENGTH(text) : chars;
    if (folded && PyUnicode_IS_ASCII(text)) {
        PyObject *made = PyUnicode_New(length, 127);
        const Py_UCS1 *from = PyUnicode_1BYTE_DATA(text);
        for (Py_ssize_t at = 0; made != NULL && at < length; at++)
            PyUnicode_1BYTE_DATA(made)[at] = (Py_UCS1)small_letter(from[at]);
        return made;
    }
    return folded ? folded_text(text, length) : PyUnicode_Substring(text, 0, length);
}

/* What a page says of itself, to look for its blocks in. */
typedef struct {
    PyObject *text;
    Pieces pieces;
} Saying;

static void note_saying(Saying *saying, PyObject *text)
{
    saying->text = text;
    pieces_note(&saying->pieces, text);
}

/* Whether the beginning of a text stands in a saying; -1 and an exception when that cannot be told. */
static int begins_in(const Saying *saying, PyObject *text, Py_ssize_t chars, int folded)
{
    if (!pieces_may_hold(&saying->pieces, text, chars, folded))
        return 0;
    PyObject *head = beginning(text, chars, folded);
    int found = head == NULL ? -1 : PyUnicode_Contains(saying->text, head);
    Py_XDECREF(head);
    return found;
}

/* Whether a line is the title, or one of the two is in the other; -1 and an exception when that cannot be told. */
static int is_title(const Saying *saying, PyObject *text)
{
    PyObject *title = saying->text;
    Py_ssize_t length = PyUnicode_GET_LENGTH(text), other = PyUnicode_GET_LENGTH(title);
    if (other == 0 || length >= SHORT)
        return 0;
    if (PyUnicode_IS_ASCII(text)) { /* its length stays when its case is folded */
        if (length <= LINE_CHARS && length != other)
            return 0;
        if (length <= other && !pieces_may_hold(&saying->pieces, text, length, 1))
            return 0;
    }
    PyObject *folded = beginning(text, length, 1);
    if (folded == NULL)
        return -1;
    int found;
    if (length > LINE_CHARS)
        found = PyUnicode_GET_LENGTH(folded) > other ? PyUnicode_Contains(folded, title) :
                                                       PyUnicode_Contains(title, folded);
    else
        found = PyUnicode_Compare(folded, title) == 0;
    Py_DECREF(folded);
    return PyErr_Occurred() ? -1 : found;
}

/* What the words at a block's beginning weigh, and how many the title has as well. */
static int hear_words(const Look *look, PyObject *text, const Bag *title, Heard *heard)
{
    Bag bag;
    Weight weight = {0, 0, 0, 0};
    if (text_bag(&bag, text) < 0)
        return -1;
    uint64_t some = 0; /* a bit for each word of the title: most other words have none of them */
    for (int at = 0; at < title->count; at++)
        some |= (uint64_t)1 << (title->words[at].hash & 63);
    int shared = 0;
    for (int at = 0; at < bag.count; at++) {
        const Word *word = &bag.words[at];
        int entry = weights_find(&look->judge->texts, word);
        if (entry >= 0)
            weight_add(&weight, &look->judge->texts.entry[entry]);
        for (int other = 0; some >> (word->hash & 63) & 1 && other < title->count; other++)
            if (same_word(&title->words[other], word)) {
                shared++;
                break;
            }
    }
    heard->sum = weight.sum;
    heard->low = weight.low;
    heard->high = weight.high;
    heard->words = (short)bag.count;
    heard->shared = (short)shared;
    return 0;
}

/* Listens to the blocks that stand; the others are silent. */
static int hear(Look *look)
{
    Bag title;
    Saying titled, described_as, told;
    if (text_bag(&title, look->title) < 0)
        return -1;
    note_saying(&titled, look->title);
    note_saying(&described_as, look->description);
    note_saying(&told, look->body);
    look->has_title = title.count > 0;
    look->title_at = -1;
    for (Py_ssize_t at = 0; at < look->page.blocks; at++) {
        PyObject *text = look->page.block[at].text;
        Heard *heard = &look->heard[at];
        if (!look->page.block[at].stands)
            continue;
        int same = is_title(&titled, text), described = -1, stated = -1;
        if (PyUnicode_GET_LENGTH(look->description) && PyUnicode_GET_LENGTH(text) > LINE_CHARS)
            described = begins_in(&described_as, text, DESCRIBED_CHARS, 1);
        if (PyUnicode_GET_LENGTH(look->body))
            stated = begins_in(&told, text, STATED_CHARS, 0);
        if (PyErr_Occurred() || hear_words(look, text, &title, heard) < 0)
            return -1;
        heard->title = (char)same;
        heard->described = (signed char)described;
        heard->stated = (signed char)stated;
        if (same && look->title_at < 0)
            look->title_at = (int)at;
    }
    return 0;
}

int look_at_texts(Look *look)
{
    size_t blocks = (size_t)look->page.blocks;
    look->fact = PyMem_Malloc(blocks * sizeof(Facts));
    look->heard = PyMem_Calloc(blocks, sizeof(Heard));
    if (look->fact == NULL || look->heard == NULL)
        return PyErr_NoMemory(), -1;
    for (size_t at = 0; at < blocks; at++)
        look_at_text(&look->page.block[at], &look->fact[at]);
    return look_for_twins(look) < 0 ? -1 : hear(look);
}

/* Whether a text ends in an ellipsis. */
static int ends_open(PyObject *text, Py_ssize_t length, Py_UCS4 last)
{
    return last == 0x2026 || (last == '.' && length > 2 && PyUnicode_READ_CHAR(text, length - 2) == '.' &&
                              PyUnicode_READ_CHAR(text, length - 3) == '.');
}

double *text_row(const Look *look, Py_ssize_t at, double *row)
{
    const PageBlock *block = &look->page.block[at];
    const Facts *fact = &look->fact[at];
    const Heard *heard = &look->heard[at];
    PyObject *text = block->text;
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    Py_UCS4 last = PyUnicode_READ_CHAR(text, length - 1);
    double per = 100.0 / (double)length;
    int copies = look->copies[look->text[at]];
    *row++ = fact->size;
    *row++ = fact->words;
    *row++ = (double)length / fact->words;
    *row++ = fact->link_share;
    *row++ = (double)fact->ends * per;
    *row++ = (double)fact->commas * per;
    *row++ = fact->ends_sentence;
    *row++ = last == ':';
    *row++ = ends_open(text, length, last);
    *row++ = last == '?' || last == 0xff1f;
    *row++ = is_lower(PyUnicode_READ_CHAR(text, 0)) != 0;
    *row++ = fact->digits;
    *row++ = fact->capitals;
    *row++ = block->kind;
    *row++ = block->level;
    *row++ = (double)block->strong_chars / (double)length;
    *row++ = (double)heard->sum / 100.0;
    *row++ = (double)heard->low / 100.0;
    *row++ = (double)heard->high / 100.0;
    *row++ = look->has_title && heard->words ? (double)heard->shared / (double)heard->words : -1.0;
    *row++ = heard->title;
    *row++ = heard->described;
    *row++ = heard->stated;
    *row++ = fact->lines;
    *row++ = copies < 5 ? copies : 5;
    *row++ = copies == 1 || look->first[look->text[at]] == at;
    return row;
}
