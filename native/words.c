/* Words of texts and of class names, and what they weigh: the twins of those in cleaner/scoring/words.py. */

#include "words.h"

#define WIDE_WORD 4
#define WIDE_FROM 0x2e80
#define DOTTED_I 0x130 /* small, it is two letters */
#define SIGMA 0x3a3 /* small, it has another form at a word's end */

/* Puts a word of the bag's own letters into it, unless it is there already. */
static void put(Bag *bag, int start, int length)
{
    Word word = {bag->letters + start, HASH_START, length};
    for (int at = 0; at < length; at++)
        word.hash = hash_on(word.hash, word.letters[at]);
    for (int at = 0; at < bag->count; at++)
        if (same_word(&bag->words[at], &word))
            return;
    bag->words[bag->count++] = word;
}

/* Parts a bag's letters into words: runs of decimal digits, and runs of other letters and numbers. */
static void part(Bag *bag, int length)
{
    Py_UCS4 *letters = bag->letters;
    for (int at = 0, start; at < length;) {
        Py_UCS4 first = letters[at];
        start = at++;
        int decimal = is_decimal(first);
        if (!decimal && !is_alnum(first))
            continue;
        while (at < length && (decimal ? is_decimal(letters[at]) : !is_decimal(letters[at]) && is_alnum(letters[at])))
            at++;
        if (decimal || (first >= 128 && Py_UNICODE_ISDIGIT(first))) {
            letters[start] = '0';
            put(bag, start, 1);
        }
        else
            put(bag, start, first >= WIDE_FROM && at - start > WIDE_WORD ? WIDE_WORD : at - start);
    }
}

/* Fills a bag with the letters that `str.lower` makes of the beginning of a text; returns how many, -1 when that fails. */
static int lower_by_python(Bag *bag, PyObject *text, Py_ssize_t length)
{
    PyObject *head = PyUnicode_Substring(text, 0, length);
    PyObject *folded = head == NULL ? NULL : PyObject_CallMethod(head, "lower", NULL);
    Py_ssize_t count = folded == NULL ? -1 : PyUnicode_GET_LENGTH(folded);
    if (count > MOST_LETTERS) {
        PyErr_SetString(PyExc_OverflowError, "small letters take too much room");
        count = -1;
    }
    for (Py_ssize_t at = 0; at < count; at++)
        bag->letters[at] = PyUnicode_READ_CHAR(folded, at);
    Py_XDECREF(head);
    Py_XDECREF(folded);
    return (int)count;
}

int text_bag(Bag *bag, PyObject *text)
{
    int kind = PyUnicode_KIND(text);
    const void *data = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (length > TEXT_CHARS)
        length = TEXT_CHARS;
    int count = (int)length;
    for (Py_ssize_t at = 0; at < length; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, data, at);
        if (letter == DOTTED_I || letter == SIGMA) {
            count = lower_by_python(bag, text, length);
            break;
        }
        bag->letters[at] = letter >= 128 ? Py_UNICODE_TOLOWER(letter) : is_upper(letter) ? letter | 32 : letter;
    }
    bag->count = 0;
    if (count < 0)
        return -1;
    part(bag, count);
    return 0;
}

/* Adds a word to a set of strings. */
static int add(PyObject *set, const Word *word)
{
    PyObject *string = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, word->letters, word->length);
    int failed = string == NULL ? -1 : PySet_Add(set, string);
    Py_XDECREF(string);
    return failed;
}

/* text_words(text): the set of the words at the beginning of a text, in small letters, digits as `0`. */
PyObject *native_text_words(PyObject *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "text_words() takes a string");
    Bag bag;
    PyObject *set = text_bag(&bag, text) < 0 ? NULL : PySet_New(NULL);
    for (int at = 0; set != NULL && at < bag.count; at++)
        if (add(set, &bag.words[at]) < 0)
            Py_CLEAR(set);
    return set;
}

static inline int is_small(Py_UCS4 letter) { return letter >= 'a' && letter <= 'z'; }
static inline int is_capital(Py_UCS4 letter) { return letter >= 'A' && letter <= 'Z'; }

/* Words of a name are small letters, perhaps after a capital, or capitals; two of them at least. */
int next_name_word(PyObject *name, Py_ssize_t *from, Py_UCS4 *letters, Word *word)
{
    int kind = PyUnicode_KIND(name);
    const void *data = PyUnicode_DATA(name);
    Py_ssize_t length = PyUnicode_GET_LENGTH(name);
    if (length > NAME_CHARS)
        length = NAME_CHARS;
    for (Py_ssize_t at = *from, start, end; at < length;) {
        Py_UCS4 first = PyUnicode_READ(kind, data, at);
        start = at++;
        if (!is_small(first) && !is_capital(first))
            continue;
        letters[0] = first | 32;
        for (end = at; end < length && is_small(PyUnicode_READ(kind, data, end)); end++)
            letters[end - start] = PyUnicode_READ(kind, data, end);
        if (end - at < (is_capital(first) ? 2 : 1)) {
            end = at;
            if (is_capital(first))
                for (; end < length && is_capital(PyUnicode_READ(kind, data, end)); end++)
                    letters[end - start] = PyUnicode_READ(kind, data, end) | 32;
        }
        if (end - start < 2)
            continue;
        *word = (Word){letters, HASH_START, (int)(end - start)};
        for (int each = 0; each < word->length; each++)
            word->hash = hash_on(word->hash, letters[each]);
        *from = end;
        return 1;
    }
    return 0;
}

/* name_words(*names): the set of the words of id, class and other names, in small letters. */
PyObject *native_name_words(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    Py_UCS4 letters[NAME_CHARS];
    Word word;
    PyObject *set = PySet_New(NULL);
    for (Py_ssize_t at = 0; set != NULL && at < count; at++) {
        if (!PyUnicode_Check(args[at])) {
            PyErr_SetString(PyExc_TypeError, "name_words() takes strings");
            Py_CLEAR(set);
        }
        for (Py_ssize_t from = 0; set != NULL && next_name_word(args[at], &from, letters, &word);)
            if (add(set, &word) < 0)
                Py_CLEAR(set);
    }
    return set;
}

/* weigh(words, table): sum, smallest (0 at most) and largest (0 at least) weight of the words that the table has. */
PyObject *native_weigh(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyDict_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "weigh() takes words and a dictionary");
    PyObject *words = PyObject_GetIter(args[0]), *word, *known;
    if (words == NULL)
        return NULL;
    long long sum = 0, low = 0, high = 0;
    while (!PyErr_Occurred() && (word = PyIter_Next(words)) != NULL) {
        if ((known = PyDict_GetItemWithError(args[1], word)) != NULL) {
            long weight = PyLong_AsLong(known);
            sum += weight;
            low = weight < low ? weight : low;
            high = weight > high ? weight : high;
        }
        Py_DECREF(word);
    }
    Py_DECREF(words);
    if (PyErr_Occurred())
        return NULL;
    return Py_BuildValue("(ddd)", (double)sum / 100.0, (double)low / 100.0, (double)high / 100.0);
}
