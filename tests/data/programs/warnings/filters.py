import warnings

for each in warnings.filters:
    print(each)
warnings.simplefilter("error")
try:
    warnings.warn("raised")
except UserWarning as error:
    print("caught", error)
warnings.resetwarnings()
warnings.simplefilter("ignore")
warnings.warn("ignored")
