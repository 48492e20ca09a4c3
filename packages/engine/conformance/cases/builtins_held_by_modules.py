import sys

count = sys.getrefcount
print("start", count(len), count(repr), count(abs), count(hash))
import collections
import operator

print("collections", count(len), count(repr), count(abs), count(hash))
import functools

print("functools", count(len), count(repr), count(abs), count(hash))
import enum

print("enum", count(len), count(repr), count(abs), count(hash))
import dataclasses

print("dataclasses", count(len), count(repr), count(abs), count(hash))
