source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZL9fill_tilePKiPiiiiiE4cell = internal addrspace(3) global [17 x [17 x i32]] undef, align 4
@_ZZL9fill_tilePKiPiiiiiE5match = internal addrspace(3) global [16 x [16 x i32]] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @nw_down(ptr noundef %similarity, ptr noundef %score, i32 noundef %n, i32 noundef %penalty, i32 noundef %diagonal) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %sub = sub i32 %diagonal, %0
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul.i = mul nsw i32 %sub, 16
  %mul1.i = mul nsw i32 %0, 16
  br label %for.cond.i

for.cond.i:                                       ; preds = %if.end.i, %entry
  %ty.i.0 = phi i32 [ 0, %entry ], [ %inc.i, %if.end.i ]
  %cmp.i = icmp slt i32 %ty.i.0, 16
  br i1 %cmp.i, label %for.body.i, label %for.cond.cleanup.i

for.cond.cleanup.i:                               ; preds = %for.cond.i
  %add13.i = add nsw i32 %mul1.i, %1
  %cmp14.i = icmp slt i32 %add13.i, %n
  br i1 %cmp14.i, label %if.then15.i, label %if.end29.i

for.body.i:                                       ; preds = %for.cond.i
  %add.i = add nsw i32 %mul.i, %ty.i.0
  %cmp2.i = icmp slt i32 %add.i, %n
  %add3.i = add nsw i32 %mul1.i, %1
  %cmp4.i = icmp slt i32 %add3.i, %n
  %or.cond = select i1 %cmp2.i, i1 %cmp4.i, i1 false
  br i1 %or.cond, label %if.then.i, label %if.end.i

if.then.i:                                        ; preds = %for.body.i
  %mul6.i = mul nsw i32 %add.i, %n
  %add7.i = add nsw i32 %mul6.i, %mul1.i
  %add8.i = add nsw i32 %add7.i, %1
  %idxprom.i = sext i32 %add8.i to i64
  %arrayidx.i = getelementptr inbounds i32, ptr %similarity, i64 %idxprom.i
  %2 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %idxprom9.i = sext i32 %ty.i.0 to i64
  %arrayidx10.i = getelementptr inbounds [16 x [16 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE5match to ptr), i64 0, i64 %idxprom9.i
  %idxprom11.i = sext i32 %1 to i64
  %arrayidx12.i = getelementptr inbounds [16 x i32], ptr %arrayidx10.i, i64 0, i64 %idxprom11.i
  store i32 %2, ptr %arrayidx12.i, align 4, !tbaa !3
  br label %if.end.i

if.end.i:                                         ; preds = %if.then.i, %for.body.i
  %inc.i = add nsw i32 %ty.i.0, 1
  br label %for.cond.i, !llvm.loop !7

if.then15.i:                                      ; preds = %for.cond.cleanup.i
  %cmp16.i = icmp eq i32 %mul.i, 0
  br i1 %cmp16.i, label %cond.true.i, label %cond.false.i

cond.true.i:                                      ; preds = %if.then15.i
  %sub.i = sub nsw i32 0, %penalty
  %add18.i = add nsw i32 %add13.i, 1
  %mul19.i = mul nsw i32 %sub.i, %add18.i
  br label %cond.end.i

cond.false.i:                                     ; preds = %if.then15.i
  %sub20.i = sub nsw i32 %mul.i, 1
  %mul21.i = mul nsw i32 %sub20.i, %n
  %add22.i = add nsw i32 %mul21.i, %mul1.i
  %add23.i = add nsw i32 %add22.i, %1
  %idxprom24.i = sext i32 %add23.i to i64
  %arrayidx25.i = getelementptr inbounds i32, ptr %score, i64 %idxprom24.i
  %3 = load i32, ptr %arrayidx25.i, align 4, !tbaa !3
  br label %cond.end.i

cond.end.i:                                       ; preds = %cond.false.i, %cond.true.i
  %cond.i = phi i32 [ %mul19.i, %cond.true.i ], [ %3, %cond.false.i ]
  %add26.i = add nsw i32 %1, 1
  %idxprom27.i = sext i32 %add26.i to i64
  %arrayidx28.i = getelementptr inbounds [17 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), i64 0, i64 %idxprom27.i
  store i32 %cond.i, ptr %arrayidx28.i, align 4, !tbaa !3
  br label %if.end29.i

if.end29.i:                                       ; preds = %cond.end.i, %for.cond.cleanup.i
  %add30.i = add nsw i32 %mul.i, %1
  %cmp31.i = icmp slt i32 %add30.i, %n
  br i1 %cmp31.i, label %if.then32.i, label %if.end52.i

if.then32.i:                                      ; preds = %if.end29.i
  %cmp33.i = icmp eq i32 %mul1.i, 0
  br i1 %cmp33.i, label %cond.true34.i, label %cond.false39.i

cond.true34.i:                                    ; preds = %if.then32.i
  %sub35.i = sub nsw i32 0, %penalty
  %add37.i = add nsw i32 %add30.i, 1
  %mul38.i = mul nsw i32 %sub35.i, %add37.i
  br label %cond.end46.i

cond.false39.i:                                   ; preds = %if.then32.i
  %mul41.i = mul nsw i32 %add30.i, %n
  %add42.i = add nsw i32 %mul41.i, %mul1.i
  %sub43.i = sub nsw i32 %add42.i, 1
  %idxprom44.i = sext i32 %sub43.i to i64
  %arrayidx45.i = getelementptr inbounds i32, ptr %score, i64 %idxprom44.i
  %4 = load i32, ptr %arrayidx45.i, align 4, !tbaa !3
  br label %cond.end46.i

cond.end46.i:                                     ; preds = %cond.false39.i, %cond.true34.i
  %cond47.i = phi i32 [ %mul38.i, %cond.true34.i ], [ %4, %cond.false39.i ]
  %add48.i = add nsw i32 %1, 1
  %idxprom49.i = sext i32 %add48.i to i64
  %arrayidx50.i = getelementptr inbounds [17 x [17 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), i64 0, i64 %idxprom49.i
  store i32 %cond47.i, ptr %arrayidx50.i, align 4, !tbaa !3
  br label %if.end52.i

if.end52.i:                                       ; preds = %cond.end46.i, %if.end29.i
  %cmp53.i = icmp eq i32 %1, 0
  br i1 %cmp53.i, label %if.then54.i, label %if.end72.i

if.then54.i:                                      ; preds = %if.end52.i
  %cmp55.i = icmp eq i32 %mul.i, 0
  br i1 %cmp55.i, label %if.then56.i, label %if.else.i

if.then56.i:                                      ; preds = %if.then54.i
  %sub57.i = sub nsw i32 0, %penalty
  %mul58.i = mul nsw i32 %sub57.i, %mul1.i
  store i32 %mul58.i, ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), align 4, !tbaa !3
  br label %if.end72.i

if.else.i:                                        ; preds = %if.then54.i
  %cmp59.i = icmp eq i32 %mul1.i, 0
  br i1 %cmp59.i, label %if.then60.i, label %if.else63.i

if.then60.i:                                      ; preds = %if.else.i
  %sub61.i = sub nsw i32 0, %penalty
  %mul62.i = mul nsw i32 %sub61.i, %mul.i
  store i32 %mul62.i, ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), align 4, !tbaa !3
  br label %if.end72.i

if.else63.i:                                      ; preds = %if.else.i
  %sub64.i = sub nsw i32 %mul.i, 1
  %mul65.i = mul nsw i32 %sub64.i, %n
  %add66.i = add nsw i32 %mul65.i, %mul1.i
  %sub67.i = sub nsw i32 %add66.i, 1
  %idxprom68.i = sext i32 %sub67.i to i64
  %arrayidx69.i = getelementptr inbounds i32, ptr %score, i64 %idxprom68.i
  %5 = load i32, ptr %arrayidx69.i, align 4, !tbaa !3
  store i32 %5, ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), align 4, !tbaa !3
  br label %if.end72.i

if.end72.i:                                       ; preds = %if.then56.i, %if.else63.i, %if.then60.i, %if.end52.i
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond73.i

for.cond73.i:                                     ; preds = %if.end120.i, %if.end72.i
  %diagonal.i.0 = phi i32 [ 0, %if.end72.i ], [ %inc122.i, %if.end120.i ]
  %cmp74.i = icmp slt i32 %diagonal.i.0, 31
  br i1 %cmp74.i, label %for.body76.i, label %for.cond125.i

for.body76.i:                                     ; preds = %for.cond73.i
  %add77.i = add nsw i32 %1, 1
  %sub78.i = sub nsw i32 %diagonal.i.0, %1
  %add79.i = add nsw i32 %sub78.i, 1
  %cmp80.i = icmp sge i32 %add79.i, 1
  %cmp82.i = icmp sle i32 %add79.i, 16
  %or.cond99 = and i1 %cmp80.i, %cmp82.i
  %add84.i = add nsw i32 %mul.i, %add79.i
  %cmp85.i = icmp sle i32 %add84.i, %n
  %or.cond100 = select i1 %or.cond99, i1 %cmp85.i, i1 false
  %add87.i = add nsw i32 %mul1.i, %add77.i
  %cmp88.i = icmp sle i32 %add87.i, %n
  %or.cond101 = select i1 %or.cond100, i1 %cmp88.i, i1 false
  br i1 %or.cond101, label %if.then89.i, label %if.end120.i

if.then89.i:                                      ; preds = %for.body76.i
  %idxprom91.i = sext i32 %sub78.i to i64
  %arrayidx92.i = getelementptr inbounds [17 x [17 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), i64 0, i64 %idxprom91.i
  %idxprom94.i = sext i32 %1 to i64
  %arrayidx95.i = getelementptr inbounds [17 x i32], ptr %arrayidx92.i, i64 0, i64 %idxprom94.i
  %6 = load i32, ptr %arrayidx95.i, align 4, !tbaa !3
  %arrayidx98.i = getelementptr inbounds [16 x [16 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE5match to ptr), i64 0, i64 %idxprom91.i
  %arrayidx101.i = getelementptr inbounds [16 x i32], ptr %arrayidx98.i, i64 0, i64 %idxprom94.i
  %7 = load i32, ptr %arrayidx101.i, align 4, !tbaa !3
  %add102.i = add nsw i32 %6, %7
  %idxprom103.i = sext i32 %add79.i to i64
  %arrayidx104.i = getelementptr inbounds [17 x [17 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), i64 0, i64 %idxprom103.i
  %arrayidx107.i = getelementptr inbounds [17 x i32], ptr %arrayidx104.i, i64 0, i64 %idxprom94.i
  %8 = load i32, ptr %arrayidx107.i, align 4, !tbaa !3
  %idxprom111.i = sext i32 %add77.i to i64
  %arrayidx112.i = getelementptr inbounds [17 x i32], ptr %arrayidx92.i, i64 0, i64 %idxprom111.i
  %9 = load i32, ptr %arrayidx112.i, align 4, !tbaa !3
  %cmp.i8 = icmp sgt i32 %8, %9
  %. = select i1 %cmp.i8, i32 %8, i32 %9
  %sub114.i = sub nsw i32 %., %penalty
  %cmp.i1 = icmp sgt i32 %add102.i, %sub114.i
  %cond.i4 = select i1 %cmp.i1, i32 %add102.i, i32 %sub114.i
  %arrayidx119.i = getelementptr inbounds [17 x i32], ptr %arrayidx104.i, i64 0, i64 %idxprom111.i
  store i32 %cond.i4, ptr %arrayidx119.i, align 4, !tbaa !3
  br label %if.end120.i

if.end120.i:                                      ; preds = %if.then89.i, %for.body76.i
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %inc122.i = add nsw i32 %diagonal.i.0, 1
  br label %for.cond73.i, !llvm.loop !9

for.cond125.i:                                    ; preds = %for.cond73.i, %if.end147.i
  %ty124.i.0 = phi i32 [ %inc149.i, %if.end147.i ], [ 0, %for.cond73.i ]
  %cmp126.i = icmp slt i32 %ty124.i.0, 16
  br i1 %cmp126.i, label %for.body128.i, label %_ZL9fill_tilePKiPiiiii.exit

for.body128.i:                                    ; preds = %for.cond125.i
  %add129.i = add nsw i32 %mul.i, %ty124.i.0
  %cmp130.i = icmp slt i32 %add129.i, %n
  %cmp130.i.not = xor i1 %cmp130.i, true
  %cmp14.i.not = xor i1 %cmp14.i, true
  %brmerge = or i1 %cmp130.i.not, %cmp14.i.not
  br i1 %brmerge, label %if.end147.i, label %if.then134.i

if.then134.i:                                     ; preds = %for.body128.i
  %add135.i = add nsw i32 %ty124.i.0, 1
  %idxprom136.i = sext i32 %add135.i to i64
  %arrayidx137.i = getelementptr inbounds [17 x [17 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), i64 0, i64 %idxprom136.i
  %add138.i = add nsw i32 %1, 1
  %idxprom139.i = sext i32 %add138.i to i64
  %arrayidx140.i = getelementptr inbounds [17 x i32], ptr %arrayidx137.i, i64 0, i64 %idxprom139.i
  %10 = load i32, ptr %arrayidx140.i, align 4, !tbaa !3
  %mul142.i = mul nsw i32 %add129.i, %n
  %add143.i = add nsw i32 %mul142.i, %mul1.i
  %add144.i = add nsw i32 %add143.i, %1
  %idxprom145.i = sext i32 %add144.i to i64
  %arrayidx146.i = getelementptr inbounds i32, ptr %score, i64 %idxprom145.i
  store i32 %10, ptr %arrayidx146.i, align 4, !tbaa !3
  br label %if.end147.i

if.end147.i:                                      ; preds = %for.body128.i, %if.then134.i
  %inc149.i = add nsw i32 %ty124.i.0, 1
  br label %for.cond125.i, !llvm.loop !10

_ZL9fill_tilePKiPiiiii.exit:                      ; preds = %for.cond125.i
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @nw_up(ptr noundef %similarity, ptr noundef %score, i32 noundef %n, i32 noundef %penalty, i32 noundef %diagonal) #0 {
entry:
  %add = add nsw i32 %n, 16
  %sub = sub nsw i32 %add, 1
  %div = sdiv i32 %sub, 16
  %sub1 = sub nsw i32 %div, 1
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %sub2 = sub i32 %sub1, %0
  %add3 = add nsw i32 %diagonal, 1
  %add5 = add i32 %add3, %0
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul.i = mul nsw i32 %sub2, 16
  %mul1.i = mul nsw i32 %add5, 16
  br label %for.cond.i

for.cond.i:                                       ; preds = %if.end.i, %entry
  %ty.i.0 = phi i32 [ 0, %entry ], [ %inc.i, %if.end.i ]
  %cmp.i = icmp slt i32 %ty.i.0, 16
  br i1 %cmp.i, label %for.body.i, label %for.cond.cleanup.i

for.cond.cleanup.i:                               ; preds = %for.cond.i
  %add13.i = add nsw i32 %mul1.i, %1
  %cmp14.i = icmp slt i32 %add13.i, %n
  br i1 %cmp14.i, label %if.then15.i, label %if.end29.i

for.body.i:                                       ; preds = %for.cond.i
  %add.i = add nsw i32 %mul.i, %ty.i.0
  %cmp2.i = icmp slt i32 %add.i, %n
  %add3.i = add nsw i32 %mul1.i, %1
  %cmp4.i = icmp slt i32 %add3.i, %n
  %or.cond = select i1 %cmp2.i, i1 %cmp4.i, i1 false
  br i1 %or.cond, label %if.then.i, label %if.end.i

if.then.i:                                        ; preds = %for.body.i
  %mul6.i = mul nsw i32 %add.i, %n
  %add7.i = add nsw i32 %mul6.i, %mul1.i
  %add8.i = add nsw i32 %add7.i, %1
  %idxprom.i = sext i32 %add8.i to i64
  %arrayidx.i = getelementptr inbounds i32, ptr %similarity, i64 %idxprom.i
  %2 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %idxprom9.i = sext i32 %ty.i.0 to i64
  %arrayidx10.i = getelementptr inbounds [16 x [16 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE5match to ptr), i64 0, i64 %idxprom9.i
  %idxprom11.i = sext i32 %1 to i64
  %arrayidx12.i = getelementptr inbounds [16 x i32], ptr %arrayidx10.i, i64 0, i64 %idxprom11.i
  store i32 %2, ptr %arrayidx12.i, align 4, !tbaa !3
  br label %if.end.i

if.end.i:                                         ; preds = %if.then.i, %for.body.i
  %inc.i = add nsw i32 %ty.i.0, 1
  br label %for.cond.i, !llvm.loop !7

if.then15.i:                                      ; preds = %for.cond.cleanup.i
  %cmp16.i = icmp eq i32 %mul.i, 0
  br i1 %cmp16.i, label %cond.true.i, label %cond.false.i

cond.true.i:                                      ; preds = %if.then15.i
  %sub.i = sub nsw i32 0, %penalty
  %add18.i = add nsw i32 %add13.i, 1
  %mul19.i = mul nsw i32 %sub.i, %add18.i
  br label %cond.end.i

cond.false.i:                                     ; preds = %if.then15.i
  %sub20.i = sub nsw i32 %mul.i, 1
  %mul21.i = mul nsw i32 %sub20.i, %n
  %add22.i = add nsw i32 %mul21.i, %mul1.i
  %add23.i = add nsw i32 %add22.i, %1
  %idxprom24.i = sext i32 %add23.i to i64
  %arrayidx25.i = getelementptr inbounds i32, ptr %score, i64 %idxprom24.i
  %3 = load i32, ptr %arrayidx25.i, align 4, !tbaa !3
  br label %cond.end.i

cond.end.i:                                       ; preds = %cond.false.i, %cond.true.i
  %cond.i = phi i32 [ %mul19.i, %cond.true.i ], [ %3, %cond.false.i ]
  %add26.i = add nsw i32 %1, 1
  %idxprom27.i = sext i32 %add26.i to i64
  %arrayidx28.i = getelementptr inbounds [17 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), i64 0, i64 %idxprom27.i
  store i32 %cond.i, ptr %arrayidx28.i, align 4, !tbaa !3
  br label %if.end29.i

if.end29.i:                                       ; preds = %cond.end.i, %for.cond.cleanup.i
  %add30.i = add nsw i32 %mul.i, %1
  %cmp31.i = icmp slt i32 %add30.i, %n
  br i1 %cmp31.i, label %if.then32.i, label %if.end52.i

if.then32.i:                                      ; preds = %if.end29.i
  %cmp33.i = icmp eq i32 %mul1.i, 0
  br i1 %cmp33.i, label %cond.true34.i, label %cond.false39.i

cond.true34.i:                                    ; preds = %if.then32.i
  %sub35.i = sub nsw i32 0, %penalty
  %add37.i = add nsw i32 %add30.i, 1
  %mul38.i = mul nsw i32 %sub35.i, %add37.i
  br label %cond.end46.i

cond.false39.i:                                   ; preds = %if.then32.i
  %mul41.i = mul nsw i32 %add30.i, %n
  %add42.i = add nsw i32 %mul41.i, %mul1.i
  %sub43.i = sub nsw i32 %add42.i, 1
  %idxprom44.i = sext i32 %sub43.i to i64
  %arrayidx45.i = getelementptr inbounds i32, ptr %score, i64 %idxprom44.i
  %4 = load i32, ptr %arrayidx45.i, align 4, !tbaa !3
  br label %cond.end46.i

cond.end46.i:                                     ; preds = %cond.false39.i, %cond.true34.i
  %cond47.i = phi i32 [ %mul38.i, %cond.true34.i ], [ %4, %cond.false39.i ]
  %add48.i = add nsw i32 %1, 1
  %idxprom49.i = sext i32 %add48.i to i64
  %arrayidx50.i = getelementptr inbounds [17 x [17 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), i64 0, i64 %idxprom49.i
  store i32 %cond47.i, ptr %arrayidx50.i, align 4, !tbaa !3
  br label %if.end52.i

if.end52.i:                                       ; preds = %cond.end46.i, %if.end29.i
  %cmp53.i = icmp eq i32 %1, 0
  br i1 %cmp53.i, label %if.then54.i, label %if.end72.i

if.then54.i:                                      ; preds = %if.end52.i
  %cmp55.i = icmp eq i32 %mul.i, 0
  br i1 %cmp55.i, label %if.then56.i, label %if.else.i

if.then56.i:                                      ; preds = %if.then54.i
  %sub57.i = sub nsw i32 0, %penalty
  %mul58.i = mul nsw i32 %sub57.i, %mul1.i
  store i32 %mul58.i, ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), align 4, !tbaa !3
  br label %if.end72.i

if.else.i:                                        ; preds = %if.then54.i
  %cmp59.i = icmp eq i32 %mul1.i, 0
  br i1 %cmp59.i, label %if.then60.i, label %if.else63.i

if.then60.i:                                      ; preds = %if.else.i
  %sub61.i = sub nsw i32 0, %penalty
  %mul62.i = mul nsw i32 %sub61.i, %mul.i
  store i32 %mul62.i, ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), align 4, !tbaa !3
  br label %if.end72.i

if.else63.i:                                      ; preds = %if.else.i
  %sub64.i = sub nsw i32 %mul.i, 1
  %mul65.i = mul nsw i32 %sub64.i, %n
  %add66.i = add nsw i32 %mul65.i, %mul1.i
  %sub67.i = sub nsw i32 %add66.i, 1
  %idxprom68.i = sext i32 %sub67.i to i64
  %arrayidx69.i = getelementptr inbounds i32, ptr %score, i64 %idxprom68.i
  %5 = load i32, ptr %arrayidx69.i, align 4, !tbaa !3
  store i32 %5, ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), align 4, !tbaa !3
  br label %if.end72.i

if.end72.i:                                       ; preds = %if.then56.i, %if.else63.i, %if.then60.i, %if.end52.i
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond73.i

for.cond73.i:                                     ; preds = %if.end120.i, %if.end72.i
  %diagonal.i.0 = phi i32 [ 0, %if.end72.i ], [ %inc122.i, %if.end120.i ]
  %cmp74.i = icmp slt i32 %diagonal.i.0, 31
  br i1 %cmp74.i, label %for.body76.i, label %for.cond125.i

for.body76.i:                                     ; preds = %for.cond73.i
  %add77.i = add nsw i32 %1, 1
  %sub78.i = sub nsw i32 %diagonal.i.0, %1
  %add79.i = add nsw i32 %sub78.i, 1
  %cmp80.i = icmp sge i32 %add79.i, 1
  %cmp82.i = icmp sle i32 %add79.i, 16
  %or.cond100 = and i1 %cmp80.i, %cmp82.i
  %add84.i = add nsw i32 %mul.i, %add79.i
  %cmp85.i = icmp sle i32 %add84.i, %n
  %or.cond101 = select i1 %or.cond100, i1 %cmp85.i, i1 false
  %add87.i = add nsw i32 %mul1.i, %add77.i
  %cmp88.i = icmp sle i32 %add87.i, %n
  %or.cond102 = select i1 %or.cond101, i1 %cmp88.i, i1 false
  br i1 %or.cond102, label %if.then89.i, label %if.end120.i

if.then89.i:                                      ; preds = %for.body76.i
  %idxprom91.i = sext i32 %sub78.i to i64
  %arrayidx92.i = getelementptr inbounds [17 x [17 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), i64 0, i64 %idxprom91.i
  %idxprom94.i = sext i32 %1 to i64
  %arrayidx95.i = getelementptr inbounds [17 x i32], ptr %arrayidx92.i, i64 0, i64 %idxprom94.i
  %6 = load i32, ptr %arrayidx95.i, align 4, !tbaa !3
  %arrayidx98.i = getelementptr inbounds [16 x [16 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE5match to ptr), i64 0, i64 %idxprom91.i
  %arrayidx101.i = getelementptr inbounds [16 x i32], ptr %arrayidx98.i, i64 0, i64 %idxprom94.i
  %7 = load i32, ptr %arrayidx101.i, align 4, !tbaa !3
  %add102.i = add nsw i32 %6, %7
  %idxprom103.i = sext i32 %add79.i to i64
  %arrayidx104.i = getelementptr inbounds [17 x [17 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), i64 0, i64 %idxprom103.i
  %arrayidx107.i = getelementptr inbounds [17 x i32], ptr %arrayidx104.i, i64 0, i64 %idxprom94.i
  %8 = load i32, ptr %arrayidx107.i, align 4, !tbaa !3
  %idxprom111.i = sext i32 %add77.i to i64
  %arrayidx112.i = getelementptr inbounds [17 x i32], ptr %arrayidx92.i, i64 0, i64 %idxprom111.i
  %9 = load i32, ptr %arrayidx112.i, align 4, !tbaa !3
  %cmp.i8 = icmp sgt i32 %8, %9
  %. = select i1 %cmp.i8, i32 %8, i32 %9
  %sub114.i = sub nsw i32 %., %penalty
  %cmp.i1 = icmp sgt i32 %add102.i, %sub114.i
  %cond.i4 = select i1 %cmp.i1, i32 %add102.i, i32 %sub114.i
  %arrayidx119.i = getelementptr inbounds [17 x i32], ptr %arrayidx104.i, i64 0, i64 %idxprom111.i
  store i32 %cond.i4, ptr %arrayidx119.i, align 4, !tbaa !3
  br label %if.end120.i

if.end120.i:                                      ; preds = %if.then89.i, %for.body76.i
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %inc122.i = add nsw i32 %diagonal.i.0, 1
  br label %for.cond73.i, !llvm.loop !9

for.cond125.i:                                    ; preds = %for.cond73.i, %if.end147.i
  %ty124.i.0 = phi i32 [ %inc149.i, %if.end147.i ], [ 0, %for.cond73.i ]
  %cmp126.i = icmp slt i32 %ty124.i.0, 16
  br i1 %cmp126.i, label %for.body128.i, label %_ZL9fill_tilePKiPiiiii.exit

for.body128.i:                                    ; preds = %for.cond125.i
  %add129.i = add nsw i32 %mul.i, %ty124.i.0
  %cmp130.i = icmp slt i32 %add129.i, %n
  %cmp130.i.not = xor i1 %cmp130.i, true
  %cmp14.i.not = xor i1 %cmp14.i, true
  %brmerge = or i1 %cmp130.i.not, %cmp14.i.not
  br i1 %brmerge, label %if.end147.i, label %if.then134.i

if.then134.i:                                     ; preds = %for.body128.i
  %add135.i = add nsw i32 %ty124.i.0, 1
  %idxprom136.i = sext i32 %add135.i to i64
  %arrayidx137.i = getelementptr inbounds [17 x [17 x i32]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiiE4cell to ptr), i64 0, i64 %idxprom136.i
  %add138.i = add nsw i32 %1, 1
  %idxprom139.i = sext i32 %add138.i to i64
  %arrayidx140.i = getelementptr inbounds [17 x i32], ptr %arrayidx137.i, i64 0, i64 %idxprom139.i
  %10 = load i32, ptr %arrayidx140.i, align 4, !tbaa !3
  %mul142.i = mul nsw i32 %add129.i, %n
  %add143.i = add nsw i32 %mul142.i, %mul1.i
  %add144.i = add nsw i32 %add143.i, %1
  %idxprom145.i = sext i32 %add144.i to i64
  %arrayidx146.i = getelementptr inbounds i32, ptr %score, i64 %idxprom145.i
  store i32 %10, ptr %arrayidx146.i, align 4, !tbaa !3
  br label %if.end147.i

if.end147.i:                                      ; preds = %for.body128.i, %if.then134.i
  %inc149.i = add nsw i32 %ty124.i.0, 1
  br label %for.cond125.i, !llvm.loop !10

_ZL9fill_tilePKiPiiiii.exit:                      ; preds = %for.cond125.i
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = distinct !{!7, !8}
!8 = !{!"llvm.loop.mustprogress"}
!9 = distinct !{!9, !8}
!10 = distinct !{!10, !8}
