/* The extension module `cleaner._native`: what a page's cost hangs on, in C. Optional: Python has a twin of each. */

#include "native.h"

static PyMethodDef methods[] = {
    {"phrases", (PyCFunction)(void (*)(void))native_phrases, METH_FASTCALL, NULL},
    {"phrase_in", (PyCFunction)(void (*)(void))native_phrase_in, METH_FASTCALL, NULL},
    {"cues_in", (PyCFunction)(void (*)(void))native_cues_in, METH_FASTCALL, NULL},
    {"stems", native_stems, METH_O, NULL},
    {"has_each", (PyCFunction)(void (*)(void))native_has_each, METH_FASTCALL, NULL},
    {"counts", native_counts, METH_O, NULL},
    {"plant", (PyCFunction)(void (*)(void))native_plant, METH_FASTCALL, NULL},
    {"log_odds", (PyCFunction)(void (*)(void))native_log_odds, METH_FASTCALL, NULL},
    {"text_words", native_text_words, METH_O, NULL},
    {"name_words", (PyCFunction)(void (*)(void))native_name_words, METH_FASTCALL, NULL},
    {"weigh", (PyCFunction)(void (*)(void))native_weigh, METH_FASTCALL, NULL},
    {"judge", (PyCFunction)(void (*)(void))native_judge, METH_FASTCALL, NULL},
    {"judged", (PyCFunction)(void (*)(void))native_judged, METH_FASTCALL, NULL},
    {"rows", (PyCFunction)(void (*)(void))native_rows, METH_FASTCALL, NULL},
    {"likeliest", (PyCFunction)(void (*)(void))native_likeliest, METH_FASTCALL, NULL},
    {"widths", native_widths, METH_NOARGS, NULL},
    {"measured", (PyCFunction)(void (*)(void))native_measured, METH_FASTCALL, NULL},
    {"said", native_said, METH_O, NULL},
    {"tag_counts", (PyCFunction)(void (*)(void))native_tag_counts, METH_FASTCALL, NULL},
    {"deep", (PyCFunction)(void (*)(void))native_deep, METH_FASTCALL, NULL},
    {"is_clean_utf8", native_is_clean_utf8, METH_O, NULL},
    {"extent", native_extent, METH_O, NULL},
    {"casefold", native_casefold, METH_O, NULL},
    {"has_control", native_has_control, METH_O, NULL},
    {"words", native_words, METH_O, NULL},
    {"give_back", native_give_back, METH_NOARGS, NULL},
    {"title_words", native_title_words, METH_O, NULL},
    {"layout", (PyCFunction)(void (*)(void))native_layout, METH_FASTCALL, NULL},
    {"walk", (PyCFunction)(void (*)(void))native_walk, METH_FASTCALL, NULL},
    {"made", native_made, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{0, NULL}};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "_native", "Kernels in C; each has a twin in Python.", 0, methods, slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit__native(void)
{
    return PyModuleDef_Init(&module);
}
